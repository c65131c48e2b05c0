/** What is lost at once: tables and buckets by the start of their ids. */
export type Loss = { title: string; tables: readonly string[]; buckets: readonly string[] };

/** What AWS Backup keeps of a portal: `infra/data/backup-plan.ts`. */
export const backedUp = {
  tables: ['contenttable', 'activitytable', 'visitstable'],
  buckets: ['imagesbucket', 'peoplebucket'],
} as const;
/** What is derived: it is in no backup, and is made again. */
const derivedBuckets = ['searchbucket'];

const table = (title: string, start: string): Loss => ({ title, tables: [start], buckets: [] });
const bucket = (title: string, start: string): Loss => ({ title, tables: [], buckets: [start] });

export const everything: Loss = {
  title: 'everything',
  tables: backedUp.tables,
  buckets: [...backedUp.buckets, ...derivedBuckets],
};

/** The losses of the drill, one by one and all together. */
export const losses: readonly Loss[] = [
  table('content table', 'contenttable'),
  table('activity table', 'activitytable'),
  table('visits table', 'visitstable'),
  bucket('images', 'imagesbucket'),
  bucket('accounts file', 'peoplebucket'),
  bucket('search snapshots', 'searchbucket'),
  everything,
];
