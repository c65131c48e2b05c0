import { RemovalPolicy } from 'aws-cdk-lib';
import type { Portal } from '../stages.ts';

/** The removal policy of resources with data. A first deployment that fails retains none of them. */
export const removalPolicy = ({ retainsData }: Pick<Portal, 'retainsData'>): RemovalPolicy =>
  retainsData ? RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE : RemovalPolicy.DESTROY;
