import { Parser } from 'htmlparser2';
import { sitePathOf } from './site-path.ts';

/** Not mirrored: what needs a server, and what is private. */
const excluded = /^\/(api\/visits|api\/admin|admin|tim-kiem)(\/|\?|$)/;

/** The distinct paths, with queries, that a page links to or embeds within the site: pages, pictures in every size, feeds. */
export const extractLinks = (html: string): string[] => {
  const links = new Set<string>();
  const add = (url: string | undefined) => {
    const path = url?.startsWith('/') ? sitePathOf(url) : null;
    if (path !== null && !excluded.test(path)) links.add(path);
  };
  const parser = new Parser({
    onopentag: (_, { href, src, srcset }) => {
      add(href);
      add(src);
      for (const candidate of srcset?.split(',') ?? []) add(candidate.trim().split(' ')[0]);
    },
  });
  parser.end(html);
  return [...links];
};
