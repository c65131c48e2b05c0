import { Logger } from '@aws-lambda-powertools/logger';
import { readEnv } from '../../shared/env.ts';
import { readerStore } from '../../shared/reader/reader-store.ts';
import { connectTable } from '../../shared/table/table-store.ts';
import { articleReadsStore } from '../../shared/visits/article-reads-store.ts';
import { statisticsStore } from '../../shared/visits/statistics-store.ts';
import { refreshMostRead } from './refresh.ts';

const env = readEnv(['CONTENT_TABLE', 'VISITS_TABLE', 'SITE_ID']);
const logger = new Logger();
const visits = connectTable(env.VISITS_TABLE);
const dependencies = {
  reads: articleReadsStore(visits, env.SITE_ID),
  store: statisticsStore(visits, env.SITE_ID),
  reader: readerStore(connectTable(env.CONTENT_TABLE), env.SITE_ID),
  onTruncated: (day: string) => logger.warn('A day has more read counts than may be read', { day }),
};

/** Invoked by the schedule. */
export const handler = async () => {
  const outcome = await refreshMostRead(dependencies, new Date());
  logger.info('Most-read lists', { outcome });
  return outcome;
};
