import { supportedProperties } from './supported-properties.ts';
import type { Template } from './template.ts';

/** Resources and properties of the template that the runner does not support, each as a sentence: ignoring one would run another stack. */
export const unsupported = ({ resources }: Template): string[] =>
  resources.flatMap(({ id, Type, Properties }) => {
    const model = supportedProperties[Type];
    if (!model) return [`${Type} (${id})`];
    const supported = new Set([...model.supports.split(' '), ...Object.keys(model.ignores)]);
    return unknownPaths(Properties, '', supported).map((path) => `${path} of ${Type} (${id})`);
  });

const unknownPaths = (properties: object, prefix: string, supported: ReadonlySet<string>): string[] =>
  Object.entries(properties).flatMap(([name, value]) => {
    const path = prefix + name;
    if (supported.has(path)) return [];
    const hasSupportedChild = [...supported].some((candidate) => candidate.startsWith(`${path}.`));
    if (hasSupportedChild && typeof value === 'object' && value !== null)
      return unknownPaths(value, `${path}.`, supported);
    return [path];
  });

/** Throws with the names of everything that is not supported. */
export const assertSupported = (template: Template) => {
  const names = unsupported(template);
  if (names.length > 0) throw new Error(`The local runner does not support:\n  ${names.join('\n  ')}`);
};
