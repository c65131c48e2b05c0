/**
 * `npm run rebuild-search`: writes a new snapshot of a site's index, built from every article in the table. Takes
 * AWS_REGION and credentials from the environment. `CONTENT_TABLE` and `SEARCH_BUCKET` are outputs of the stack; `SITE_ID` is that of
 * the stage.
 */
const [unexpected] = process.argv.slice(2);
if (unexpected === undefined) {
  // The function reads its environment when it is imported.
  const { handler } = await import('./index.ts');
  console.log(JSON.stringify(await handler({ rebuild: true }, { functionName: 'rebuild-search' })));
} else {
  console.error(`Unexpected argument '${unexpected}'. Usage: npm run rebuild-search`);
  process.exitCode = 1;
}
