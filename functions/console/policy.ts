import type { ConsoleSettings } from './settings.ts';

/** Names of Trusted Types policies: ours, and ProseMirror's for pasted HTML. */
const trustedTypesPolicies = 'cong-tin ProseMirrorClipboard';

/**
 * The content security policy of the console: its own files, the sign-in and the upload bucket, and no HTML from text but by the named
 * policies. https://www.w3.org/TR/CSP3/, https://www.w3.org/TR/trusted-types/
 */
export const consolePolicy = ({
  loginOrigin,
  uploadOrigin,
}: Pick<ConsoleSettings, 'loginOrigin' | 'uploadOrigin'>): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' blob: data:",
    `connect-src 'self' ${loginOrigin} ${uploadOrigin}`,
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    `trusted-types ${trustedTypesPolicies}`,
  ].join('; ');
