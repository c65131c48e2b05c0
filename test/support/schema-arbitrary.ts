import fc, { type Arbitrary } from 'fast-check';

export type JsonSchema = {
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  anyOf?: JsonSchema[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  maxItems?: number;
  pattern?: string;
  format?: string;
  minimum?: number;
  maximum?: number;
  $ref?: string;
};

/** Strings that have broken programs before. */
const nasty = fc.constantFrom(
  ...['', ' ', '0', '-1', 'null', '\u0000', '\ud800', '\u202e', '𝔘', '😀'.repeat(50), "'; --", '{{7*7}}'],
  ...['<script>alert(1)</script>', '../../etc/passwd', '%00', 'a'.repeat(5000), 'e\u0301\u0323', '1e999'],
);
const text = fc.oneof(fc.string({ maxLength: 40, unit: 'grapheme' }), fc.lorem({ maxCount: 5 }), nasty);
const html = fc
  .array(
    fc.constantFrom(
      '<p>',
      '</p>',
      '<h2>',
      '<ul><li>',
      '<table>',
      '<a href="//x">',
      'chữ ',
      '&lt;',
      '<b',
      '-->',
    ),
    {
      maxLength: 12,
    },
  )
  .map((parts) => parts.join(''));
const instant = fc
  .date({ min: new Date('1800-01-01'), max: new Date('2300-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());

/** Any JSON: where a schema expects something else. */
const anything = fc.oneof(
  { weight: 3, arbitrary: fc.jsonValue({ maxDepth: 2 }) },
  { weight: 1, arbitrary: nasty },
  { weight: 1, arbitrary: fc.constantFrom(Number.MAX_VALUE, -0, 2 ** 53, [], {}, null, true) },
);

/** Values of a schema, with something else in about one of ten places. */
export const schemaArbitrary = (
  schema: JsonSchema,
  known: Record<string, Arbitrary<unknown>>,
): Arbitrary<unknown> => {
  const of = (inner: JsonSchema, name = ''): Arbitrary<unknown> => {
    const regular = known[name] ? fc.oneof(known[name], shaped(inner)) : shaped(inner);
    return fc.oneof({ weight: 12, arbitrary: regular }, { weight: 1, arbitrary: anything });
  };
  const shaped = (inner: JsonSchema): Arbitrary<unknown> => {
    if (inner.enum) return fc.constantFrom(...inner.enum);
    if ('const' in inner) return fc.constant(inner.const);
    if (inner.anyOf) return fc.oneof(...inner.anyOf.map((option) => of(option)));
    switch (Array.isArray(inner.type) ? inner.type[0] : inner.type) {
      case 'object': {
        const fields = Object.entries(inner.properties ?? {});
        const record = fc.record(Object.fromEntries(fields.map(([name, field]) => [name, of(field, name)])), {
          requiredKeys: inner.required ?? [],
        });
        const strange = fc.record({ [`x${fields.length}`]: anything });
        return fc.oneof(
          { weight: 12, arbitrary: record },
          { weight: 1, arbitrary: fc.tuple(record, strange).map(([a, b]) => ({ ...a, ...b })) },
        );
      }
      case 'array':
        return fc.array(inner.items ? of(inner.items) : anything, { maxLength: 4 });
      case 'integer':
      case 'number':
        return fc.oneof(
          fc.integer({ min: Math.max(inner.minimum ?? 0, -100), max: Math.min(inner.maximum ?? 500, 500) }),
          fc.integer(),
        );
      case 'boolean':
        return fc.boolean();
      case 'null':
        return fc.constant(null);
      default:
        if (inner.format === 'date-time') return instant;
        if (inner.format === 'date') return instant.map((at) => at.slice(0, 10));
        if (inner.format === 'uuid') return fc.uuid();
        return fc.oneof(text, html);
    }
  };
  return of(schema);
};
