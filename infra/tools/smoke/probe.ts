/** What a check found: nothing wrong (null), what is wrong, or why there was nothing to check. */
export type Finding = null | { failed: string } | { skipped: string };

/** A request that had no usable answer, said in one sentence. */
export class ProbeError extends Error {}

export type Answer = { status: number; headers: Headers; text: string };
export type Probe = ReturnType<typeof portalProbe>;

/** Reads a portal. Throws `ProbeError` for a request without an answer in time. */
export const portalProbe = (origin: string, timeoutMs: number) => {
  const answers = new Map<string, Promise<Answer>>();

  const request = async (url: string): Promise<Answer> => {
    try {
      const reply = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(timeoutMs) });
      return { status: reply.status, headers: reply.headers, text: await reply.text() };
    } catch (error) {
      throw new ProbeError(sentenceOf(url, error, timeoutMs), { cause: error });
    }
  };

  const get = (path: string): Promise<Answer> => {
    const answer = answers.get(path) ?? request(origin + path);
    answers.set(path, answer);
    return answer;
  };

  return {
    origin,
    timeoutMs,
    /** The answer to a path; each path is requested once. Redirects are not followed. */
    get,
    /** The answer to an address elsewhere: the portal's without TLS. */
    getUrl: request,
    /** The text of a path that answers with 200 and a media type. */
    async read(path: string, type: string): Promise<string> {
      const { status, headers, text } = await get(path);
      const found = headers.get('content-type') ?? '';
      if (status !== 200) throw new ProbeError(`${path} answers with ${status}.`);
      if (!found.startsWith(type)) throw new ProbeError(`${path} is ${found || 'of no type'}, not ${type}.`);
      return text;
    },
  };
};

const sentenceOf = (url: string, error: unknown, timeoutMs: number): string => {
  if (error instanceof Error && error.name === 'TimeoutError') {
    return `${url} has no answer within ${timeoutMs / 1000} s.`;
  }
  const cause = error instanceof Error ? error.cause : undefined;
  const reason = cause instanceof Error ? ('code' in cause && String(cause.code)) || cause.message : error;
  return `${url} cannot be reached (${reason}).`;
};
