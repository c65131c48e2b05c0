import { Logger } from '@aws-lambda-powertools/logger';
import { readEnv } from '../../shared/env.ts';
import { httpFunction } from '../../shared/http/http-function.ts';
import { connectTable } from '../../shared/table/table-store.ts';
import { figuresStore } from '../../shared/visits/figures-store.ts';
import { historyStore } from '../../shared/visits/history-store.ts';
import { visitStore } from '../../shared/visits/visit-store.ts';
import { mostReadList } from './most-read-list.ts';
import { officeHandlers } from './office-handlers.ts';
import { recentFigures } from './recent-figures.ts';
import { visitHandlers } from './visit-handlers.ts';

const env = readEnv(['VISITS_TABLE', 'SITE_ID', 'SITE_ORIGIN']);
const table = connectTable(env.VISITS_TABLE);
const visits = visitStore(table, env.SITE_ID);
const history = historyStore(table, env.SITE_ID);
const store = figuresStore(table, env.SITE_ID);
const logger = new Logger();

const dependencies = {
  visits,
  history,
  store,
  figures: recentFigures({ visits, store }),
  mostRead: mostReadList({ history, store }),
  origin: env.SITE_ORIGIN,
  clock: () => new Date(),
  onPostponed: (error: unknown) => logger.warn('Left to the next beacon', { error }),
};

export const handler = httpFunction({ ...visitHandlers(dependencies), ...officeHandlers(dependencies) });
