import { Logger } from '@aws-lambda-powertools/logger';
import { readEnv, readSiteId } from '../../shared/env.ts';
import { readerStore } from '../../shared/reader/reader-store.ts';
import { connectTable } from '../../shared/table/table-store.ts';
import { articleReadsStore } from '../../shared/visits/article-reads-store.ts';
import { historyStore } from '../../shared/visits/history-store.ts';
import { publishedStore } from '../../shared/visits/published-store.ts';
import { statisticsStore } from '../../shared/visits/statistics-store.ts';
import { yearsStore } from '../../shared/visits/years-store.ts';
import { refreshMostRead } from './refresh.ts';
import { daySummarizer } from './summarize-days.ts';

const siteId = readSiteId();
const env = readEnv(['CONTENT_TABLE', 'VISITS_TABLE']);
const logger = new Logger();
const visits = connectTable(env.VISITS_TABLE);
const dependencies = {
  reads: articleReadsStore(visits, siteId),
  store: statisticsStore(visits, siteId),
  reader: readerStore(connectTable(env.CONTENT_TABLE), siteId),
  onTruncated: (day: string) => logger.warn('A day has more read counts than may be read', { day }),
};
const summarizeDays = daySummarizer({
  history: historyStore(visits, siteId),
  years: yearsStore(visits, siteId),
  published: publishedStore(visits, siteId),
});

/** Invoked by the schedule. */
export const handler = async () => {
  const now = new Date();
  const outcome = await refreshMostRead(dependencies, now);
  const summarizedYears = await summarizeDays(now);
  logger.info('Most-read lists', { outcome, summarizedYears });
  return outcome;
};
