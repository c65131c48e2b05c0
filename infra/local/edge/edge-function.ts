import { createContext, Script } from 'node:vm';

/** A request as a CloudFront Function sees and changes it: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-event-structure.html */
type Value = { value: string; multiValue?: { value: string }[] };
type FunctionRequest = {
  method: string;
  uri: string;
  querystring: Record<string, Value>;
  headers: Record<string, Value>;
  cookies: Record<string, Value>;
};
type Viewer = { method: string; path: string; query: string; headers: Readonly<Record<string, string>> };

/** Far above CloudFront's millisecond: a busy machine takes 0.4 s at times, and a request that runs out of it is closed without a reply. */
const timeoutMs = 2_000;

/** Runs the CloudFront Function of the template on a request, which may change path and query. */
export const edgeFunction = (code: string) => {
  const script = new Script(`${code}\n;handler(event)`);

  return ({ method, path, query, headers }: Viewer): { path: string; query: string } => {
    const request: FunctionRequest = {
      method,
      uri: path,
      querystring: readQuery(query),
      headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, { value }])),
      cookies: {},
    };
    const event = { version: '1.0', viewer: { ip: '127.0.0.1' }, request };
    const changed = script.runInContext(createContext({ event }), { timeout: timeoutMs }) as FunctionRequest;
    return { path: changed.uri, query: writeQuery(changed.querystring) };
  };
};

const readQuery = (query: string): Record<string, Value> => {
  const read: Record<string, Value> = {};
  for (const pair of query.split('&').filter(Boolean)) {
    const at = pair.indexOf('=');
    const name = at < 0 ? pair : pair.slice(0, at);
    const value = at < 0 ? '' : pair.slice(at + 1);
    const existing = Object.hasOwn(read, name) ? read[name] : undefined;
    if (existing) existing.multiValue = [...(existing.multiValue ?? [{ value: existing.value }]), { value }];
    else Object.defineProperty(read, name, { value: { value }, enumerable: true, writable: true });
  }
  return read;
};

const writeQuery = (query: Record<string, Value>): string =>
  Object.entries(query)
    .map(([name, { value }]) => `${name}=${value}`)
    .join('&');
