import { checks } from './checks.ts';
import { type Finding, type Probe, ProbeError, portalProbe } from './probe.ts';
import { readApi } from './read-portal.ts';

export type CheckResult = { name: string; finding: Finding };

type Options = {
  /** `https://hacvan.example`. */
  origin: string;
  /** The id of the site that is expected there; any by default. */
  site?: string | undefined;
  /** Milliseconds that each request may take. */
  timeoutMs: number;
  now: Date;
};

/**
 * Asks a portal what a citizen, a search engine and a stranger would ask. Whether it is the right portal comes first: when that fails,
 * nothing else is checked.
 */
export const smokeTest = async ({ origin, site, timeoutMs, now }: Options): Promise<CheckResult[]> => {
  const probe = portalProbe(origin, timeoutMs);
  const identity = await resultOf('portal', () => checkSite(probe, site));
  if (identity.finding !== null) return [identity];
  const results = await Promise.all(checks.map(({ name, run }) => resultOf(name, () => run(probe, now))));
  return [identity, ...results];
};

const resultOf = async (name: string, run: () => Promise<Finding>): Promise<CheckResult> => {
  try {
    return { name, finding: await run() };
  } catch (error) {
    if (error instanceof ProbeError) return { name, finding: { failed: error.message } };
    throw error;
  }
};

/** Whether the address is that of a portal, and of the right one: its contract names its site and its own address. */
const checkSite = async (probe: Probe, expected: string | undefined): Promise<Finding> => {
  const { status } = await probe.get('/api/openapi.json');
  if (status >= 500) return { failed: `${probe.origin} is out of order (status ${status}).` };
  const contract = await readApi(probe, '/api/openapi.json', 'OpenApi').catch((error) => {
    if (error instanceof ProbeError) return null;
    throw error;
  });
  if (contract === null) return { failed: `${probe.origin} is no portal.` };
  const { 'x-site-id': site } = contract.info;
  const [server] = contract.servers;
  if (expected !== undefined && site !== expected) {
    return { failed: `${probe.origin} is the portal of ${site}, not of ${expected}.` };
  }
  if (server?.url !== probe.origin) {
    return { failed: `${probe.origin} is answered by the portal of ${server?.url}.` };
  }
  return null;
};
