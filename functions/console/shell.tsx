import { renderToString } from 'preact-render-to-string';
import { iconUrl } from '../../shared/pages/emblem.tsx';
import { type ConsoleFiles, fileUrl } from './files.ts';
import { type ConsoleSettings, settingsElementId } from './settings.ts';

type Props = { entries: ConsoleFiles['entries']; settings: ConsoleSettings };

/** The page of the console. What it shows until its script runs says what to do if that does not come. */
export const shell = ({ entries, settings }: Props): string =>
  `<!doctype html>${renderToString(
    <html lang="vi">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Quản trị</title>
        <meta name="robots" content="noindex, nofollow" />
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href={iconUrl} />
        <link rel="stylesheet" href={fileUrl(entries.styles)} />
        {entries.preload.map((name) => (
          <link rel="modulepreload" href={fileUrl(name)} />
        ))}
        {/* A data block, which no policy of scripts concerns. */}
        <script
          type="application/json"
          id={settingsElementId}
          dangerouslySetInnerHTML={{ __html: JSON.stringify(settings).replaceAll('<', '\\u003c') }}
        />
        <script type="module" src={fileUrl(entries.script)} />
      </head>
      <body>
        <div id="app">
          <p class="shell-message">
            Đang mở trang quản trị… Nếu dòng này còn ở đây sau nửa phút, hãy tải lại trang; trang cần
            JavaScript.
          </p>
        </div>
      </body>
    </html>,
  )}`;
