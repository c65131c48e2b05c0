import { healthReply } from '../../shared/health/health-reply.ts';
import { usdOfVisits, viewCost } from '../../shared/health/view-cost.ts';
import { actorOf, assertEditor } from '../../shared/http/actor.ts';
import type { Handlers } from '../../shared/http/event.ts';
import { jsonReply } from '../../shared/http/reply.ts';
import type { ChangeStore } from '../../shared/search/change-store.ts';
import { articleLimit } from '../../shared/search/limits.ts';
import { addMonths, localDay, monthOf } from '../../shared/time/local-day.ts';
import type { HistoryStore } from '../../shared/visits/history-store.ts';
import type { BackupStore } from './backup-store.ts';
import type { DeadLetterStore } from './dead-letter-store.ts';
import { readFact, type Wait } from './health-fact.ts';

type Dependencies = {
  backups: BackupStore;
  deadLetters: DeadLetterStore;
  changes: Pick<ChangeStore, 'getPointer' | 'listSomePending'>;
  visits: HistoryStore;
  clock: () => Date;
  wait: Wait;
  onSourceFailure: (error: unknown) => void;
};

/** Pending changes are counted up to this number: a snapshot is due from 100 on. */
const pendingLimit = 200;

/** What the portal knows about itself, for editors and admins. */
export const healthHandlers = ({
  backups,
  deadLetters,
  changes,
  visits,
  clock,
  wait,
  onSourceFailure,
}: Dependencies): Handlers<'GET /api/admin/health'> => {
  const read = <Value extends object | number>(source: () => Promise<Value | null>) =>
    readFact(source, { wait, onFailure: onSourceFailure });

  const readSearchIndex = async () => {
    const [pointer, { records, isTruncated }] = await Promise.all([
      changes.getPointer(),
      changes.listSomePending(pendingLimit),
    ]);
    return {
      snapshot: pointer && { at: pointer.at, articles: pointer.articles },
      articleLimit,
      pending: records.length,
      isPendingTruncated: isTruncated,
      oldestPendingAt: records.map(({ at }) => at).sort()[0] ?? null,
    };
  };

  const readLastMonth = async (now: Date) => {
    const month = addMonths(monthOf(localDay(now)), -1);
    const byDay = await visits.visitsByDay({ from: `${month}-01`, to: `${month}-31` });
    const sum = Object.values(byDay).reduce((total, count) => total + count, 0);
    return { month, visits: sum, usd: usdOfVisits(sum), pricesOf: viewCost.pricesOf };
  };

  return {
    'GET /api/admin/health': async (event) => {
      assertEditor(actorOf(event));
      const now = clock();
      const [backupFact, deadLetterFact, searchIndex, lastMonth] = await Promise.all([
        read(backups.list),
        read(deadLetters.count),
        read(readSearchIndex),
        read(() => readLastMonth(now)),
      ]);
      return jsonReply(200, healthReply, {
        at: now.toISOString(),
        backups: backupFact,
        deadLetters: deadLetterFact,
        searchIndex,
        lastMonth,
      });
    },
  };
};
