import { CloudFrontClient, CreateInvalidationCommand } from '@aws-sdk/client-cloudfront';

/** Invalidations by cache tag of one distribution: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/invalidation-by-tags.html */
export const invalidationStore = (DistributionId: string, cloudfront = new CloudFrontClient({})) => ({
  create: (tags: readonly string[], CallerReference: string) => {
    const Items = tags.map((tag) => `#${tag}`);
    const InvalidationBatch = { CallerReference, Paths: { Quantity: Items.length, Items } };
    return cloudfront.send(new CreateInvalidationCommand({ DistributionId, InvalidationBatch }));
  },
});
