import { Logger } from '@aws-lambda-powertools/logger';
import { readEnv, readSiteId } from '../../shared/env.ts';
import { readerStore } from '../../shared/reader/reader-store.ts';
import { connectTable } from '../../shared/table/table-store.ts';
import { articleReadsStore } from '../../shared/visits/article-reads-store.ts';
import { statisticsStore } from '../../shared/visits/statistics-store.ts';
import { refreshMostRead } from './refresh.ts';

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

/** Invoked by the schedule. */
export const handler = async () => {
  const outcome = await refreshMostRead(dependencies, new Date());
  logger.info('Most-read lists', { outcome });
  return outcome;
};
