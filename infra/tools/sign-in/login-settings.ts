import { DomUtils, parseDocument } from 'htmlparser2';
import * as z from 'zod/mini';
import { consolePath } from '../../api/callbacks.ts';
import { UserError } from '../../cli/user-error.ts';

/** What signing in needs to know of a portal: a part of what the console's page carries (`functions/console/settings.ts`). */
const loginSettings = z.object({
  loginOrigin: z.url(),
  issuer: z.url(),
  clientId: z.string(),
  scope: z.string(),
});
export type LoginSettings = z.infer<typeof loginSettings>;

const loopbackOrigin = /^http:\/\/(127\.0\.0\.1|localhost)(:\d+)?$/;

/** Whether an origin may be called without TLS: the runner's, on this machine. */
export const isLoopback = (origin: string): boolean => loopbackOrigin.test(origin);

/** Reads the settings of a portal from the page of its console. Throws a `UserError` when the address is none of a portal. */
export const readLoginSettings = async (address: string): Promise<LoginSettings> => {
  if (!URL.canParse(address)) throw new UserError(`${address} is no address of a portal.`);
  const { origin, protocol } = new URL(address);
  if (protocol !== 'https:' && !isLoopback(origin)) {
    throw new UserError(`A token is not requested without TLS: use https instead of ${origin}.`);
  }
  const page = origin + consolePath;
  const reply = await fetch(page, { redirect: 'manual' }).catch((cause) => {
    throw new UserError(`${page} cannot be reached.`, { cause });
  });
  const element = DomUtils.getElementById('settings', parseDocument(await reply.text()).children, true);
  const settings = loginSettings.safeParse(parsedJson(element === null ? '' : DomUtils.textContent(element)));
  if (!reply.ok || !settings.success) {
    throw new UserError(`${page} is not the console of a portal (status ${reply.status}).`);
  }
  return settings.data;
};

const parsedJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};
