/** https://www.w3.org/TR/trusted-types/: browsers without it take the text itself. */
type TrustedTypes = {
  createPolicy(
    name: string,
    rules: { createHTML: (text: string) => string; createScriptURL: (text: string) => string },
  ): { createHTML: (text: string) => unknown; createScriptURL: (text: string) => unknown };
};

const ownScript = /^\/quan-tri\/tep\/[\w.-]+\.js$/;

const rules = {
  /** The text becomes a document of its own only, in which no script runs and nothing is loaded. */
  createHTML: (text: string) => text,
  createScriptURL: (path: string) => {
    if (!ownScript.test(path)) throw new TypeError(`No script of the console: ${path}`);
    return path;
  },
};

const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
const policy = trustedTypes?.createPolicy('cong-tin', rules) ?? rules;

/** HTML as a document that is never shown: its scripts do not run and its pictures are not loaded. */
export const inertDocument = (html: string): Document =>
  new DOMParser().parseFromString(policy.createHTML(html) as string, 'text/html');

/** Starts a worker from a file of the console. Throws a TypeError for any other address. */
export const startWorker = (path: string): Worker =>
  new Worker(policy.createScriptURL(path) as string, { type: 'module' });
