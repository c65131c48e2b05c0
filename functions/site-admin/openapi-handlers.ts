import { openApi } from '../../shared/api/openapi.ts';
import type { Handlers } from '../../shared/http/event.ts';
import { jsonReply } from '../../shared/http/reply.ts';

/** The contract of the API, made when it is first asked for. */
export const contractHandlers = ({ origin }: { origin: string }): Handlers<'GET /api/openapi.json'> => {
  let document: Record<string, unknown> | null = null;
  return {
    'GET /api/openapi.json': async () => {
      document ??= openApi(origin);
      return jsonReply(200, document, { 'cache-control': 'no-cache', 'access-control-allow-origin': '*' });
    },
  };
};
