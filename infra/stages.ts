import { type Throttles, wardThrottles } from './api/throttles.ts';

/** One portal: an AWS account and Region, a site, and how carefully its data is retained. */
export type Stage = {
  name: 'dev' | 'prod';
  /** The account and Region; those of the deploying user by default. */
  env?: { account: string; region: string };
  /** Begins every partition key. Never changed once there is data. */
  siteId: string;
  /** The domain of the site; CloudFront's own by default. The certificate is ACM's, in us-east-1, as CloudFront requires. */
  domain?: { name: string; certificateArn: string };
  /** Fails over to a mirror of the site. Turn it on once there is one: a page that it lacks is an error even where the edge has an old one. */
  hasMirror?: true;
  /** Tables, buckets and users outlive the stack, and cannot be deleted by mistake. */
  retainsData: boolean;
  /** Whether all staff must sign in with a second factor, or may. */
  secondFactor: 'required' | 'optional';
  /** Days that logs of functions and of the API are retained. */
  logRetentionDays: 30 | 365;
  /** Throttles of the API's routes. */
  throttles: Throttles;
};

/** All stages. The account, domain and certificate of prod are placeholders: replace them before you deploy it. */
export const stages: readonly Stage[] = [
  {
    name: 'dev',
    siteId: 'hac-van',
    retainsData: false,
    secondFactor: 'optional',
    logRetentionDays: 30,
    throttles: wardThrottles,
  },
  {
    name: 'prod',
    env: { account: '111122223333', region: 'ap-southeast-1' },
    siteId: 'hac-van',
    domain: {
      name: 'hacvan.example',
      certificateArn: 'arn:aws:acm:us-east-1:111122223333:certificate/00000000-0000-0000-0000-000000000000',
    },
    retainsData: true,
    secondFactor: 'required',
    logRetentionDays: 365,
    throttles: wardThrottles,
  },
];
