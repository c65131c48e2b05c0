import type { Portal } from '../../infra/local/portal.ts';
import { demoPages } from './demo-pages.ts';
import { useSharedPortal } from './use-portal.ts';

type Demo = {
  portal: Portal;
  paths: [kind: string, path: string][];
  /** The HTML of each kind of page before any suite has changed the demonstration. */
  html: ReadonlyMap<string, string>;
};

let shared: Promise<Demo> | undefined;

/** The shared portal with the demonstration, which is loaded once for a test file. */
export const sharedDemo = (): Promise<Demo> => {
  shared ??= loadDemoPages();
  return shared;
};

const loadDemoPages = async (): Promise<Demo> => {
  const portal = await useSharedPortal();
  const paths = await demoPages(portal);
  const html = new Map<string, string>();
  for (const [kind, path] of paths) html.set(kind, await (await fetch(portal.url + path)).text());
  return { portal, paths, html };
};
