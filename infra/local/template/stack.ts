import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { localReferences } from './local-references.ts';
import { type Resolve, resolver } from './resolve.ts';
import { readTemplate, type Template } from './template.ts';

/** A template, and what replaces its references by values of this machine. */
export type Stack = { template: Template; resolve: Resolve };
/** A portal's template, and that of the edge stack whose policies it imports. */
type Templates = { template: Template; edge: Template };

/** Stacks in the manifest of a cloud assembly: https://github.com/cdklabs/cloud-assembly-schema */
const manifest = z.object({
  artifacts: z.record(
    z.string(),
    z.object({ type: z.string(), dependencies: z._default(z.array(z.string()), []) }),
  ),
});

/** Reads the templates of a portal from the output of `cdk synth`. Throws when the stack does not depend on exactly one edge stack. */
export const readTemplates = async (directory: string, stackId: string): Promise<Templates> => {
  const { artifacts } = manifest.parse(JSON.parse(await readFile(join(directory, 'manifest.json'), 'utf8')));
  const read = (id: string) => readTemplate(join(directory, `${id}.template.json`));
  const [edgeId, ...others] = (artifacts[stackId]?.dependencies ?? []).filter(
    (id) => artifacts[id]?.type === 'aws:cloudformation:stack' && id.startsWith('CongTinEdge-'),
  );
  if (edgeId === undefined || others.length > 0) throw new Error(`${stackId} must depend on one edge stack`);
  return { template: await read(stackId), edge: await read(edgeId) };
};

/** Resolves the templates of a portal whose distribution answers at `host`: `127.0.0.1:3000`. */
export const resolveTemplates = ({ template, edge }: Templates, host: string): Stack & { edge: Stack } => {
  const edgeResolve = resolver(localReferences(edge));
  const exported = [...edge.exports].map(([name, value]) => [name, edgeResolve(value)] as const);
  return {
    template,
    resolve: resolver(localReferences(template, host), new Map(exported)),
    edge: { template: edge, resolve: edgeResolve },
  };
};
