type LockedPackage = {
  name?: string;
  version?: string;
  integrity?: string;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
};
/** The part of a `package-lock.json` that is read: https://docs.npmjs.com/cli/configuring-npm/package-lock-json */
export type LockFile = { lockfileVersion: number; packages: Record<string, LockedPackage> };

/** The lock file of a project that depends on one package of another project's: the same versions and hashes. Throws for a package that is not locked. */
export const lockFileOf = (name: string, { lockfileVersion, packages }: LockFile): LockFile => {
  const locked: Record<string, LockedPackage> = {};

  const add = (dependency: string, parent: string) => {
    const paths = [`${parent}/node_modules/${dependency}`, `node_modules/${dependency}`];
    const path = paths.find((candidate) => packages[candidate]);
    const found = path === undefined ? undefined : packages[path];
    if (path === undefined || !found) throw new Error(`package-lock.json does not lock ${dependency}`);
    if (locked[path]) return;
    // What only development needs there is needed here.
    const { dev: _, ...entry } = found as LockedPackage & { dev?: boolean };
    locked[path] = entry;
    for (const next of Object.keys({ ...entry.dependencies, ...entry.optionalDependencies })) add(next, path);
  };
  add(name, '');

  const { version = '' } = locked[`node_modules/${name}`] ?? {};
  const project = { name: `${name}-only`, version: '1.0.0', dependencies: { [name]: version } };
  return { lockfileVersion, packages: { '': project, ...locked } };
};
