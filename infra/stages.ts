/** One installation of the portal: an AWS account and Region, a ward, and how carefully its data is kept. */
export type Stage = {
  name: 'dev' | 'prod';
  /** Where it goes; absent means the account and Region of whoever deploys. */
  env?: { account: string; region: string };
  /** Begins every partition key. Never changed once there is data. */
  siteId: string;
  /** The site's own name; absent means CloudFront's. The certificate is ACM's, in us-east-1, as CloudFront asks. */
  domain?: { name: string; certificateArn: string };
  /** A mirror of the site answers when the functions do not. Turn it on once there is one: what it lacks is an error even where an old page is at hand. */
  hasMirror?: true;
  /** Tables, buckets and users outlive the stack, and cannot be deleted by mistake. */
  retainsData: boolean;
  /** Whether everyone in the office must sign in with a second factor, or may. */
  secondFactor: 'required' | 'optional';
  /** Days that logs of functions and of the API are kept. */
  logRetentionDays: 30 | 365;
  /** Requests that the API takes before it answers 429; beacons of visits apart, so that a flood of them keeps nobody from reading. */
  throttle: Throttle;
  beaconThrottle: Throttle;
};

/** Requests a second in the long run, and how many at once above that. */
type Throttle = { rateLimit: number; burstLimit: number };

/** Every stage that is synthesized. The account, domain and certificate of prod are placeholders: put your own here before you deploy it. */
export const stages: readonly Stage[] = [
  {
    name: 'dev',
    siteId: 'hac-van',
    retainsData: false,
    secondFactor: 'optional',
    logRetentionDays: 30,
    throttle: { rateLimit: 200, burstLimit: 400 },
    beaconThrottle: { rateLimit: 100, burstLimit: 200 },
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
    throttle: { rateLimit: 500, burstLimit: 1000 },
    beaconThrottle: { rateLimit: 250, burstLimit: 500 },
  },
];
