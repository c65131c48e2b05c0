/**
 * Whether a record matches one of some filter patterns, such as `{ a: { b: ["x", "y"] } }`. Throws for unsupported patterns:
 * https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventfiltering.html
 */
export const eventFilter = (patterns: readonly unknown[]) => (record: unknown) =>
  patterns.some((pattern) => fits(pattern, record));

const fits = (pattern: unknown, value: unknown): boolean => {
  if (Array.isArray(pattern)) return pattern.map(asText).includes(String(value));
  if (typeof pattern !== 'object' || pattern === null || typeof value !== 'object' || value === null)
    return false;
  return Object.entries(pattern).every(([name, inner]) =>
    fits(inner, (value as Record<string, unknown>)[name]),
  );
};

const asText = (one: unknown): string => {
  if (typeof one !== 'string') throw new Error('The local runner supports only text in event filters');
  return one;
};
