// A CloudFront Function on viewer request, before the cache lookup: gives one page one cache key, whatever order, case or number its parameters
// come in, and whatever tracking parameters are added. https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-javascript-runtime-20.html

// Parameters that pages and lists know, in the order of the key: those of `cache-policies.ts`.
const cacheKeyParameters = ['truoc', 'sau', 'ngay', 'thang', 'phan', 'category', 'cursor'];

// biome-ignore lint/correctness/noUnusedVariables: CloudFront calls it by this name
function handler(event) {
  const request = event.request;
  const sent = {};
  for (const name in request.querystring) {
    const lower = name.toLowerCase();
    // The first of several values: the origin must read what the key says.
    if (sent[lower] === undefined) sent[lower] = request.querystring[name].value;
  }
  request.querystring = {};
  for (const name of cacheKeyParameters) {
    if (sent[name]) request.querystring[name] = { value: sent[name] };
  }
  // A bucket has no object without a name: the mirror's front page needs one.
  request.uri = request.uri === '/' ? '/index.html' : request.uri.toLowerCase();
  return request;
}
