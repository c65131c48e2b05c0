import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { type PortalClient, portalClient, RefusedCall } from '../../../../shared/api/client.ts';
import type { Session } from '../session/session.ts';

/** The admin API. Calls throw `RefusedCall`, `SessionEnded`, or a TypeError when no reply came. */
export type Api = PortalClient;

/** Attempts at a call that is throttled: a person waits for it. */
const attempts = 4;

/** The API of this portal for a session. */
export const createApi = (session: Session): Api => {
  const client = portalClient({
    url: '',
    token: session.token,
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    attempts,
  });
  return {
    async call(route, options) {
      try {
        return await client.call(route, options);
      } catch (error) {
        if (!isUnauthorized(error)) throw error;
      }
      // The token was revoked, or the clock of this machine was changed.
      session.rejectToken();
      try {
        return await client.call(route, options);
      } catch (error) {
        if (isUnauthorized(error)) session.end();
        throw error;
      }
    },
  };
};

const isUnauthorized = (error: unknown) => error instanceof RefusedCall && error.status === 401;

export const ApiContext = createContext<Api | null>(null);
export const useApi = (): Api => {
  const api = useContext(ApiContext);
  if (!api) throw new Error('No API above this component');
  return api;
};
