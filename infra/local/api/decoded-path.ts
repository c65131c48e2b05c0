/**
 * The path that an HTTP API matches with its routes and hands over as `rawPath`: decoded twice, and cut at a question mark that the
 * first decoding yields. Null for an invalid escape, which API Gateway answers with 400. Captured from API Gateway:
 * https://github.com/hotsock/voker/blob/a1c00bf491e026f81917cc2edfdaca03eabc7518/vokerhttp/testdata/ingress-paths.json
 * What it makes of invalid UTF-8 is not known: here U+FFFD.
 */
export const decodedPath = (sent: string): string | null => {
  const once = decode(sent);
  return once === null ? null : decode(once.replace(/\?.*$/s, ''));
};

const decode = (text: string): string | null =>
  /%(?![0-9a-f]{2})/i.test(text)
    ? null
    : text.replace(/(?:%[0-9a-f]{2})+/gi, (run) => Buffer.from(run.replaceAll('%', ''), 'hex').toString());
