import type { Portal } from '../../infra/local/portal.ts';
import { routes } from '../../shared/routes.ts';
import type { MeteringProxy } from './metering-proxy.ts';
import { routeSamples } from './route-samples.ts';

/** Prints the table usage of one request of each route: operations, read units and write units. */
export const benchRoutes = async (portal: Portal, { meter }: Pick<MeteringProxy, 'meter'>) => {
  console.log('Routes: calls to the table, read units and write units of one request');
  const samples = await routeSamples(portal);
  for (const { route } of routes) {
    const { prepare, send } = samples[route];
    const target = await prepare();
    const { usage } = await meter(() => send(target));
    const units = `${usage.readUnits} RU  ${usage.writeUnits} WU`;
    console.log(`  ${route.padEnd(52)} ${units.padEnd(16)} ${usage.calls.join(', ') || 'none'}`);
  }
};
