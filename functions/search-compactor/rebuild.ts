import { handler } from './index.ts';

/**
 * `npm run rebuild-search`: writes a new snapshot from every article in the table, wherever AWS credentials are available.
 * `CONTENT_TABLE` and `SEARCH_BUCKET` are outputs of the stack, `SITE_ID` is the stage's.
 */
console.log(JSON.stringify(await handler({ rebuild: true })));
