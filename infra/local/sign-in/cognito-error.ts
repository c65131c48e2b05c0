import * as z from 'zod/mini';

/** An error of Cognito's API, by the name of its exception. */
export class CognitoError extends Error {
  constructor(name: string, message: string) {
    super(message);
    this.name = name;
  }
}

export type Operation = (input: Record<string, unknown>) => object;

/** Parses an input; Cognito says the same of every constraint. */
export const parseInput = <Schema extends z.ZodMiniType>(
  schema: Schema,
  input: unknown,
): z.output<Schema> => {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const field = String(issue?.path[0] ?? '');
  throw new CognitoError(
    'InvalidParameterException',
    `1 validation error detected: Value at '${field.charAt(0).toLowerCase()}${field.slice(1)}' failed to satisfy constraint: ${issue?.message}`,
  );
};

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminGetUser.html */
export const username = z.string().check(z.regex(/^[\p{L}\p{M}\p{S}\p{N}\p{P}]{1,128}$/u));

/** The page of a list that a token names, with the token of the next; tokens are opaque. */
export const pageOf = <Item>(items: readonly Item[], limit: number, token: string | undefined) => {
  const start = token === undefined ? 0 : Number(/^page-(\d+)$/.exec(token)?.[1] ?? Number.NaN);
  if (Number.isNaN(start)) throw new CognitoError('InvalidParameterException', 'Invalid pagination token');
  const end = start + limit;
  return { page: items.slice(start, end), next: end < items.length ? `page-${end}` : undefined };
};
