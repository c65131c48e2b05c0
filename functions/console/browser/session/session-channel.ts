import * as z from 'zod/mini';

const tokens = z.object({ accessToken: z.string(), refreshToken: z.string(), expiresAtMs: z.number() });

/** What the tabs of a browser tell each other. */
const message = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('signed-out') }),
  z.object({ kind: z.literal('renewed'), renewalId: z.string(), tokens }),
]);
type Message = z.infer<typeof message>;

/** A channel between the tabs of this origin; other messages on it are ignored. */
export const sessionChannel = (channel: BroadcastChannel) => ({
  send: (sent: Message) => channel.postMessage(sent),
  listen: (hear: (heard: Message) => void) =>
    channel.addEventListener('message', ({ data }) => {
      const parsed = message.safeParse(data);
      if (parsed.success) hear(parsed.data);
    }),
});
export type SessionChannel = ReturnType<typeof sessionChannel>;
