import { readTemplates } from '../../infra/local/template/stack.ts';
import { synthesize } from '../../infra/local/template/synth.ts';
import { ofType, type Template } from '../../infra/local/template/template.ts';
import { type Portal, portals, stackName } from '../../infra/stages.ts';

const { directory } = await synthesize();

/** The output of the synthesis. */
export const templateDirectory = directory;

/** Every portal, the template of its stack and that of the edge stack which it imports, as `[stack, template, edge, portal]`. */
export const templates = await Promise.all(
  portals.map(async (portal): Promise<[string, Template, Template, Portal]> => {
    const { template, edge } = await readTemplates(directory, stackName(portal));
    return [stackName(portal), template, edge, portal];
  }),
);

/** The template of the first portal in a stage. */
export const templateOf = (stage: Portal['stage']): Template => {
  const found = templates.find(([, , , portal]) => portal.stage === stage);
  if (!found) throw new Error(`There is no portal in ${stage}`);
  return found[1];
};

/** The properties of every resource of a type, by logical id. */
export const propertiesOf = (template: Template, type: string): Record<string, Record<string, unknown>> =>
  Object.fromEntries(ofType(template, type).map(({ id, Properties }) => [id, Properties]));
