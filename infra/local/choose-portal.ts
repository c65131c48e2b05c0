import { portalProblem } from '../check-portals.ts';
import { UserError } from '../cli/user-error.ts';
import { type Portal, portals, stackName } from '../stages.ts';

/** The first portal of a site, or the first of all. Throws a `UserError` for an unknown site, and for portals that could not be deployed. */
export const choosePortal = (from: readonly Portal[], site?: string): Portal => {
  const problem = portalProblem(from);
  if (problem !== null) throw new UserError(`infra/stages.ts: ${problem}`);
  const chosen = site ? from.find((portal) => portal.site === site) : from[0];
  if (chosen) return chosen;
  const sites = [...new Set(from.map((portal) => portal.site))].join(', ');
  throw new UserError(`There is no site "${site}" in infra/stages.ts: choose from ${sites}.`);
};

/** The stack of the portal that `npm start` runs without a site. */
export const firstStackId = (): string => stackName(choosePortal(portals));
