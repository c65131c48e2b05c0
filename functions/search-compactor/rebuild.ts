import { handler } from './index.ts';

/**
 * `npm run rebuild-search`: writes a new snapshot of a site's index, built from every article in the table. Runs wherever AWS
 * credentials are. `CONTENT_TABLE` and `SEARCH_BUCKET` are outputs of the stack; `SITE_ID` is that of the stage.
 */
console.log(JSON.stringify(await handler({ rebuild: true })));
