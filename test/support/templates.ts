import { join } from 'node:path';
import { synthesize } from '../../infra/local/template/synth.ts';
import { ofType, readTemplate, type Template } from '../../infra/local/template/template.ts';
import { stages } from '../../infra/stages.ts';

const { directory } = await synthesize();

/** The output of the synthesis. */
export const templateDirectory = directory;

/** The template of every stage, as `[stage, template]`. */
export const templates = await Promise.all(
  stages.map(
    async (stage) =>
      [stage.name, await readTemplate(join(directory, `CongTin-${stage.name}.template.json`))] as const,
  ),
);

export const templateOf = (name: (typeof stages)[number]['name']): Template => {
  const found = templates.find(([stage]) => stage === name);
  if (!found) throw new Error(`There is no stage ${name}`);
  return found[1];
};

/** The properties of every resource of a type, by logical id. */
export const propertiesOf = (template: Template, type: string): Record<string, Record<string, unknown>> =>
  Object.fromEntries(ofType(template, type).map(({ id, Properties }) => [id, Properties]));
