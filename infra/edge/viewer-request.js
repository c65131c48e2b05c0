// Runs at CloudFront before it looks into its cache (JavaScript runtime 2.0), so that one page has one key: whatever order, case or number its
// parameters come in, and whatever trackers hang on to them. https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-javascript-runtime-20.html

// Parameters that pages and lists know, in the order of the key. The cache policies name the same.
const known = ['truoc', 'sau', 'ngay', 'thang', 'phan', 'category', 'cursor'];

// biome-ignore lint/correctness/noUnusedVariables: CloudFront calls it by this name
function handler(event) {
  const request = event.request;
  const sent = {};
  for (const name in request.querystring) {
    const lower = name.toLowerCase();
    // The first of several: what the origin would read must be what the key says.
    if (sent[lower] === undefined) sent[lower] = request.querystring[name].value;
  }
  request.querystring = {};
  for (const name of known) {
    if (sent[name]) request.querystring[name] = { value: sent[name] };
  }
  // The front page by a name that a bucket can have too, for when its mirror answers.
  request.uri = request.uri === '/' ? '/index.html' : request.uri.toLowerCase();
  return request;
}
