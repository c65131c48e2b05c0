import * as z from 'zod/mini';
import { type Role, roles } from '../../../../shared/http/actor.ts';

/** Who is signed in. */
export type User = { name: string; role: Role };

const claims = z.object({
  username: z.string(),
  'cognito:groups': z._default(z.array(z.string()), []),
});

/** The user of an access token; null for one in no group of the staff. The API verifies the token, this only reads it. */
export const userOf = (accessToken: string): User | null => {
  const [, payload = ''] = accessToken.split('.');
  const { username, 'cognito:groups': groups } = claims.parse(JSON.parse(decodeBase64Url(payload)));
  const role = roles.find((candidate) => groups.includes(candidate));
  return role ? { name: username, role } : null;
};

const decodeBase64Url = (text: string): string => {
  const bytes = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return new TextDecoder().decode(Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)));
};
