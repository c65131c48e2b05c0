import { RemovalPolicy } from 'aws-cdk-lib';
import type { Stage } from '../stages.ts';

/** What happens to a resource with data when it leaves the stack. */
export const removalPolicy = ({ retainsData }: Pick<Stage, 'retainsData'>): RemovalPolicy =>
  retainsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;
