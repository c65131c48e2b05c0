import { supportedProperties } from './supported-properties.ts';
import type { Template } from './template.ts';

/** Resources and properties of the template that the runner does not support, each as a sentence: ignoring one would run another stack. */
export const unsupported = ({ resources }: Template): string[] =>
  resources.flatMap(({ id, Type, Properties }) => {
    const model = supportedProperties[Type];
    if (!model) return [`${Type} (${id})`];
    const known = new Set([...model.follows.split(' '), ...Object.keys(model.ignores)]);
    return unknownPaths(Properties, '', known).map((path) => `${path} of ${Type} (${id})`);
  });

const unknownPaths = (properties: object, prefix: string, known: ReadonlySet<string>): string[] =>
  Object.entries(properties).flatMap(([name, value]) => {
    const path = prefix + name;
    if (known.has(path)) return [];
    const leadsOn = [...known].some((candidate) => candidate.startsWith(`${path}.`));
    if (leadsOn && typeof value === 'object' && value !== null) return unknownPaths(value, `${path}.`, known);
    return [path];
  });

/** Throws with the names of everything that is not supported. */
export const assertSupported = (template: Template) => {
  const names = unsupported(template);
  if (names.length > 0) throw new Error(`The local runner does not model:\n  ${names.join('\n  ')}`);
};
