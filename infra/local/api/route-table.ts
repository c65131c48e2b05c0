/** A matched route with its path parameters. */
export type Match<Route> = { route: Route; pathParameters: Record<string, string> };

type Pattern<Route> = { method: string; segments: readonly string[]; route: Route };

const greedy = /^\{(.+)\+\}$/;
const parameter = /^\{(.+)\}$/;

/**
 * Finds the route of a decoded path as an HTTP API does: a full match before one with parameters, that before a greedy one, `$default` last.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html
 */
export const routeTable = <Route extends { routeKey: string }>(routes: readonly Route[]) => {
  const patterns: Pattern<Route>[] = routes
    .filter(({ routeKey }) => routeKey !== '$default')
    .map((route) => {
      const [method = '', path = ''] = route.routeKey.split(' ');
      return { method, segments: path.split('/').slice(1), route };
    })
    .sort((a, b) => specificity(b) - specificity(a));
  const fallback = routes.find(({ routeKey }) => routeKey === '$default');

  return (method: string, path: string): Match<Route> | null => {
    const segments = path.split('/').slice(1);
    for (const pattern of patterns) {
      if (pattern.method !== method && pattern.method !== 'ANY') continue;
      const pathParameters = matchSegments(pattern.segments, segments);
      if (pathParameters) return { route: pattern.route, pathParameters };
    }
    return fallback ? { route: fallback, pathParameters: {} } : null;
  };
};

/** Literal segments weigh most, the leftmost first; a method weighs more than ANY. */
const specificity = ({ method, segments }: Pattern<unknown>) =>
  segments.reduce((sum, segment) => {
    if (greedy.test(segment)) return sum * 4;
    return sum * 4 + (parameter.test(segment) ? 1 : 2);
  }, 0) *
    2 +
  (method === 'ANY' ? 0 : 1);

/** The parameters of a path; null when it does not match. */
const matchSegments = (
  pattern: readonly string[],
  segments: readonly string[],
): Record<string, string> | null => {
  const rest = greedy.exec(pattern.at(-1) ?? '')?.[1];
  const isLongEnough =
    rest === undefined ? segments.length === pattern.length : segments.length >= pattern.length;
  if (!isLongEnough) return null;
  const found: Record<string, string> = {};
  for (const [index, expected] of pattern.entries()) {
    const isRest = rest !== undefined && index === pattern.length - 1;
    const actual = isRest ? segments.slice(index).join('/') : (segments[index] ?? '');
    const name = isRest ? rest : parameter.exec(expected)?.[1];
    if (name === undefined) {
      if (expected !== actual) return null;
    } else if (actual === '') return null;
    else found[name] = actual;
  }
  return found;
};
