import { type Throttles, wardThrottles } from './api/throttles.ts';

/** What the portals of a stage have in common, unless a portal says otherwise. */
type StageSettings = {
  /** Tables, buckets, users and logs outlive the stack. */
  retainsData: boolean;
  /** Whether all staff must sign in with a second factor, or may. */
  secondFactor: 'required' | 'optional';
  /** Days that logs of functions and of the API are retained. */
  logRetentionDays: 30 | 365;
  /** Throttles of the API's routes. */
  throttles: Throttles;
  /**
   * A web ACL: managed rules, and rates for each address. The portals of a stage in an account share one, for 11 USD a month and 0.60 USD a
   * million requests. First `arn: null`; then deploy its stack (`webAclStackId`), in us-east-1, and put here the ARN that it prints.
   */
  webAcl?: { arn: string | null };
  /**
   * Functions have concurrent executions of their own (`compute/reserved-concurrency.ts`): 265 a portal, beside the 100 that an account must
   * retain. An account has 1,000 by default, a new one 10.
   */
  reservesConcurrency?: true;
  /** Days that the daily backups of tables and buckets are kept; null for no backups but those that the tables have by themselves. */
  backupRetentionDays: number | null;
  /** A second Region to which every backup is copied; null for no copies. It takes a portal with an `env`. */
  backupCopyRegion: string | null;
  /** What a month of a portal may cost; `operatorEmail` is told at 80 percent of it, and when more is forecast. */
  monthlyBudgetUsd: number;
};

/**
 * Where and how long browsers refuse plain HTTP: `host` is the portal's domain alone. `subdomains` adds those below it, which the ward must
 * serve by HTTPS too. `preload list` asks browsers to build that in, for which a domain must not be below another's that registers it, such
 * as the province's; it takes a year and more to undo. https://hstspreload.org
 */
export type StrictTransport = { maxAgeDays: number; scope: 'host' | 'subdomains' | 'preload list' };

/** What all portals of a stage share, in the policies of `edge-stack.ts`. */
type EdgeSettings = { strictTransport: StrictTransport };

export const stages = {
  dev: {
    retainsData: false,
    secondFactor: 'optional',
    logRetentionDays: 30,
    throttles: wardThrottles,
    strictTransport: { maxAgeDays: 365, scope: 'host' },
    backupRetentionDays: null,
    backupCopyRegion: null,
    monthlyBudgetUsd: 5,
  },
  prod: {
    retainsData: true,
    secondFactor: 'required',
    logRetentionDays: 365,
    throttles: wardThrottles,
    strictTransport: { maxAgeDays: 365, scope: 'host' },
    backupRetentionDays: 14,
    backupCopyRegion: null,
    monthlyBudgetUsd: 20,
  },
} as const satisfies Record<string, StageSettings & EdgeSettings>;

/** What is a portal's own. Site and stage name its stack, and the site begins every partition key: never changed once there is data. */
type Entry = {
  /** The ward: `shared/site-id.ts` has the form. */
  site: string;
  stage: keyof typeof stages;
  /** The account and Region; those of the deploying user by default. */
  env?: { account: string; region: string };
  /** The domain of the site; CloudFront's own by default. The certificate is ACM's, in us-east-1, as CloudFront requires. */
  domain?: { name: string; certificateArn: string };
  /** Fails over to a mirror of the site. Turn it on once there is one: a page that it lacks is an error even where the edge has an old one. */
  hasMirror?: true;
  /**
   * Stack, tables and user pool cannot be deleted. Turn it on after the first successful deployment: one that fails could not be
   * removed (docs/operations.md).
   */
  isProtected?: true;
  /** Who gets the alarms and the budget's notifications by e-mail, once the link in the first e-mail was opened; nobody by default. */
  operatorEmail?: string;
  /** A CloudWatch dashboard, for 3 USD a month. */
  hasDashboard?: true;
};

/** One ward's portal: a site in a stage. */
export type Portal = Entry & StageSettings;

/** A portal with the settings of its stage. */
export const portal = (entry: Entry & Partial<StageSettings>): Portal => ({
  ...stages[entry.stage],
  ...entry,
});

/** The name of a portal's stack, and its id. */
export const stackName = ({ site, stage }: Pick<Portal, 'site' | 'stage'>) => `CongTin-${site}-${stage}`;

/** The id of the stack with the web ACL of a portal: `CongTinWebAcl-prod-111122223333`, without the account where `env` is not set. */
export const webAclStackId = ({ stage, env }: Pick<Portal, 'stage' | 'env'>) =>
  ['CongTinWebAcl', stage, env?.account].filter((part) => part !== undefined).join('-');

/** The name of what AWS does not name itself, unique in an account and Region. The longest site makes 46 characters of it. */
export const physicalName = ({ site, stage }: Pick<Portal, 'site' | 'stage'>) => `cong-tin-${site}-${stage}`;

/** All portals; `npm start` runs the first. The account, domain, certificate and e-mail address of prod are placeholders: replace them before you deploy it. */
export const portals: readonly Portal[] = [
  portal({ site: 'hac-van', stage: 'dev' }),
  portal({
    site: 'hac-van',
    stage: 'prod',
    env: { account: '111122223333', region: 'ap-southeast-1' },
    domain: {
      name: 'hacvan.example',
      certificateArn: 'arn:aws:acm:us-east-1:111122223333:certificate/00000000-0000-0000-0000-000000000000',
    },
    backupCopyRegion: 'ap-northeast-1',
    operatorEmail: 'van-hanh@hacvan.example',
  }),
  portal({ site: 'thanh-tri-ha', stage: 'dev' }),
];
