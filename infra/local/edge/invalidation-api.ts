import { randomUUID } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { parseDocument } from 'htmlparser2';
import { listen } from '../listen.ts';

/** The one call of CloudFront's API that the portal makes: https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CreateInvalidation.html */
export const startInvalidationApi = async (invalidate: (items: readonly string[]) => void) => {
  const server = await listen(0);
  let isDown = false;
  let count = 0;
  const references = new Map<string, string>();

  server.open(async (request, response) => {
    const body = await text(request);
    if (isDown) return response.writeHead(503).end();
    if (
      request.method !== 'POST' ||
      !/^\/[\d-]+\/distribution\/[^/]+\/invalidation$/.test(request.url ?? '')
    ) {
      return response.writeHead(404).end();
    }
    const { reference, paths } = readBatch(body);
    const previousBody = references.get(reference);
    if (previousBody === undefined) {
      references.set(reference, body);
      count += paths.length;
      invalidate(paths);
    } else if (previousBody !== body) return response.writeHead(400).end(problem('InvalidArgument'));
    const id = randomUUID();
    return response
      .writeHead(201, { 'content-type': 'text/xml', location: `${request.url}/${id}` })
      .end(`<?xml version="1.0"?><Invalidation><Id>${id}</Id><Status>Completed</Status></Invalidation>`);
  });

  return {
    url: server.url,
    stop: server.stop,
    /** Items of all invalidations so far, as CloudFront bills them. */
    items: () => count,
    /** Makes the API fail, or work again. */
    fail(isFailing: boolean) {
      isDown = isFailing;
    },
  };
};

const readBatch = (xml: string) => {
  const document = parseDocument(xml, { xmlMode: true });
  const texts: Record<string, string[]> = {};
  const visit = (nodes: typeof document.childNodes, parent: string) => {
    for (const node of nodes) {
      if ('children' in node && 'name' in node) visit(node.children, node.name);
      else if ('data' in node) texts[parent] = [...(texts[parent] ?? []), node.data];
    }
  };
  visit(document.childNodes, '');
  return { reference: texts.CallerReference?.[0] ?? '', paths: texts.Path ?? [] };
};

const problem = (code: string) =>
  `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code></Error></ErrorResponse>`;
