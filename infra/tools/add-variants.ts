import { RefusedCall } from '../../shared/api/client.ts';
import { reportProgress } from '../cli/progress.ts';
import { readArguments } from '../cli/read-arguments.ts';
import { runCommand } from '../cli/run-command.ts';
import { clientFromEnvironment } from './portal-client.ts';

const usage = 'npm run add-variants -- [CURSOR]';
const someFailedExitCode = 2;
const pageSize = 50;

/**
 * Gives every picture of a portal the files of sizes that are newer than it, newest pictures first. Prints a cursor after each page of
 * the list, from which an interrupted run is resumed; run again from the start it only looks at what is done.
 */
const run = async () => {
  const [start] = readArguments(usage, { atMost: 1 }).positionals;
  const client = await clientFromEnvironment();
  const done = { pictures: 0, files: 0, articles: 0, failed: 0 };
  let cursor = start;
  do {
    const { body } = await client.call('GET /api/admin/images', {
      query: { limit: String(pageSize), state: 'ready', ...(cursor && { cursor }) },
    });
    for (const { id, fileName } of body.items) {
      reportProgress(`${done.pictures} pictures, ${done.files} files added`);
      try {
        const { body: made } = await client.call('POST /api/admin/images/{id}/variants', { path: { id } });
        done.files += made.added;
        done.articles += made.articles;
      } catch (error) {
        // One bad picture is left as it is; a refusal of the caller is for all.
        if (!(error instanceof RefusedCall) || [401, 403].includes(error.status)) throw error;
        console.error(`${id} (${fileName}): ${error.message}`);
        done.failed += 1;
      }
      done.pictures += 1;
    }
    cursor = body.next ?? undefined;
    reportProgress('');
    if (cursor) console.log(`Done up to here: npm run add-variants -- ${cursor}`);
  } while (cursor);
  const { pictures, files, articles, failed } = done;
  console.log(
    `${pictures} pictures: ${files} files added, ${articles} live articles renewed, ${failed} failed.`,
  );
  process.exitCode = failed > 0 ? someFailedExitCode : 0;
};

await runCommand(run);
