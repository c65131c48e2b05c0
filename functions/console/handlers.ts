import { PortalError } from '../../shared/errors.ts';
import type { Handlers } from '../../shared/http/event.ts';
import { htmlReply } from '../../shared/http/reply.ts';
import type { RouteKey } from '../../shared/routes.ts';
import { type ConsoleFiles, fileUrl } from './files.ts';
import { consolePolicy } from './policy.ts';
import type { ConsoleSettings } from './settings.ts';
import { shell } from './shell.tsx';

/** A file's name has the hash of its content: https://www.rfc-editor.org/rfc/rfc8246 */
const immutable = 'public, max-age=31536000, immutable';

type Dependencies = { files: ConsoleFiles; settings: Omit<ConsoleSettings, 'files'> };

/** The console: one page at every address, asked for each time so that it names the files of the newest deployment, and those files. */
export const consoleHandlers = ({ files, settings }: Dependencies): Handlers<RouteKey<'console'>> => {
  const { entries } = files;
  const page = shell({
    entries,
    settings: {
      ...settings,
      files: { readerStyles: fileUrl(entries.readerStyles), docxWorker: fileUrl(entries.docxWorker) },
    },
  });
  const headers = {
    'cache-control': 'no-cache',
    'content-security-policy': consolePolicy(settings),
    'x-robots-tag': 'noindex, nofollow',
  };

  return {
    'GET /quan-tri': async () => ({ statusCode: 301, headers: { location: '/quan-tri/' }, body: '' }),
    'GET /quan-tri/index.html': async () => htmlReply(200, page, headers),
    'GET /quan-tri/tep/{file}': async ({ pathParameters }) => {
      const name = pathParameters?.file ?? '';
      const body = files.read(name);
      if (body === null) throw new PortalError('not_found', 'Không có tệp này.');
      const type = name.endsWith('.css') ? 'text/css' : 'text/javascript';
      return {
        statusCode: 200,
        headers: { 'content-type': `${type}; charset=utf-8`, 'cache-control': immutable },
        body,
      };
    },
  };
};
