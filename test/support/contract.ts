import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

type Content = Record<string, { schema: { $ref?: string } }>;
type OperationObject = {
  operationId: string;
  requestBody?: { content: Content };
  responses: Record<string, { content?: Content }>;
};
export type OpenApiDocument = {
  paths: Record<string, Record<string, OperationObject>>;
  components: { schemas: Record<string, { examples?: unknown[] }> };
};
type Reply = { status: number; type: string | null; text: string };

/** Checks replies against the contract, with another validator than the one it was made from. */
export const contractChecker = (document: OpenApiDocument) => {
  const ajv = new Ajv2020({ strict: false, allErrors: false });
  (addFormats as unknown as (of: Ajv2020) => void)(ajv);
  ajv.addSchema(document, 'contract');

  const validate = (name: string, value: unknown): string[] => {
    const check = ajv.getSchema(`contract#/components/schemas/${name}`);
    if (!check) return [`no schema ${name}`];
    if (check(value)) return [];
    return (check.errors ?? []).map(({ instancePath, message }) => `${name}${instancePath}: ${message}`);
  };

  return {
    validate,

    /** Deviations of a reply from the contract; empty when it conforms. */
    wrongWith(route: string, { status, type, text }: Reply): string[] {
      const [method = '', path = ''] = route.split(' ');
      const described = document.paths[path]?.[method.toLowerCase()]?.responses[status];
      if (!described) return [`${status} is not described`];
      if (!described.content) return text === '' ? [] : [`${status} should be empty`];
      const media = (type ?? '').split(';')[0] ?? '';
      const content = described.content[media];
      if (!content) return [`${status} as ${media} is not described`];
      const name = content.schema.$ref?.split('/').at(-1);
      return name === undefined ? [] : validate(name, JSON.parse(text));
    },
  };
};
