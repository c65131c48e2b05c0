import * as z from 'zod/mini';
import { type Portal, stackName } from '../../stages.ts';

/** The manifest of a cloud assembly, `cdk.out/manifest.json`. */
export const assemblyManifest = z.object({
  artifacts: z.record(
    z.string(),
    z.object({
      type: z.string(),
      /** `aws://ACCOUNT/REGION`; of an unknown one when the credentials decide. */
      environment: z.optional(z.string()),
      properties: z.optional(z.looseObject({ stackName: z.optional(z.string()) })),
      dependencies: z.optional(z.array(z.string())),
    }),
  ),
});
type Manifest = z.infer<typeof assemblyManifest>;

/** A stack of the assembly. `site` is that of a portal, null for what portals share. `region` is null where the credentials decide. */
export type DeployedStack = { id: string; name: string; site: string | null; region: string | null };

/** The stacks of some portals and those that they depend on, each after its own dependencies. */
export const stacksOf = (
  { artifacts }: Manifest,
  portals: readonly Pick<Portal, 'site' | 'stage'>[],
): DeployedStack[] => {
  const sites = new Map(portals.map((portal) => [stackName(portal), portal.site]));
  const ordered = new Map<string, DeployedStack>();
  const add = (id: string) => {
    const artifact = artifacts[id];
    if (artifact?.type !== 'aws:cloudformation:stack' || ordered.has(id)) return;
    for (const dependency of artifact.dependencies ?? []) add(dependency);
    const region = artifact.environment?.split('/').at(-1) ?? 'unknown-region';
    ordered.set(id, {
      id,
      name: artifact.properties?.stackName ?? id,
      site: sites.get(id) ?? null,
      region: region === 'unknown-region' ? null : region,
    });
  };
  for (const id of sites.keys()) add(id);
  return [...ordered.values()];
};
