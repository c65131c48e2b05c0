import { readFile } from 'node:fs/promises';
import * as z from 'zod/mini';

const resource = z.object({
  Type: z.string(),
  Properties: z._default(z.record(z.string(), z.unknown()), {}),
  Metadata: z._default(z.record(z.string(), z.unknown()), {}),
  DeletionPolicy: z.optional(z.string()),
  UpdateReplacePolicy: z.optional(z.string()),
  DependsOn: z.optional(z.array(z.string())),
});
export type Resource = z.infer<typeof resource> & { id: string };

const output = z.object({ Value: z.unknown(), Export: z.optional(z.object({ Name: z.string() })) });
const parameter = z.object({ Default: z.optional(z.union([z.string(), z.number()])) });
const template = z.object({
  Parameters: z._default(z.record(z.string(), parameter), {}),
  Resources: z.record(z.string(), resource),
  Outputs: z._default(z.record(z.string(), output), {}),
});
export type Template = {
  resources: readonly Resource[];
  /** Unresolved values that other stacks import, by name. */
  exports: ReadonlyMap<string, unknown>;
  /** Values of the parameters, by name: their defaults. */
  parameters: ReadonlyMap<string, string>;
};

/** Reads a synthesized CloudFormation template. Throws when the file is not one. */
export const readTemplate = async (file: string): Promise<Template> => {
  const { Parameters, Resources, Outputs } = template.parse(JSON.parse(await readFile(file, 'utf8')));
  return {
    resources: Object.entries(Resources).map(([id, found]) => ({ id, ...found })),
    exports: new Map(
      Object.values(Outputs).flatMap(({ Value, Export }) => (Export ? [[Export.Name, Value] as const] : [])),
    ),
    parameters: new Map(
      Object.entries(Parameters).flatMap(([name, { Default }]) =>
        Default === undefined ? [] : [[name, String(Default)] as const],
      ),
    ),
  };
};

/** The resources of one type, in the template's order. */
export const ofType = ({ resources }: Template, type: string) =>
  resources.filter((candidate) => candidate.Type === type);

/** The name of a function of a template: the id of its construct, as in `CongTin-dev/Functions/pages/Function/Resource`. */
export const functionName = ({ Metadata }: Resource): string =>
  String(Metadata['aws:cdk:path']).split('/').at(-3) ?? '';

/** The directory of a function's bundle, in that of the synthesis. */
export const bundleDirectory = ({ Metadata }: Resource): string => String(Metadata['aws:asset:path']);

/** The one resource of a type. Throws when there is none, or several. */
export const theOnly = (from: Template, type: string): Resource => {
  const [found, ...others] = ofType(from, type);
  if (!found || others.length > 0) throw new Error(`The template must contain exactly one ${type}`);
  return found;
};
