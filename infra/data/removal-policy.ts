import { RemovalPolicy } from 'aws-cdk-lib';
import type { Stage } from '../stages.ts';

/** The removal policy of resources with data. */
export const removalPolicy = ({ retainsData }: Pick<Stage, 'retainsData'>): RemovalPolicy =>
  retainsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;
