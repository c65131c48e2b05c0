// A CloudFront Function on viewer request, before the cache lookup: gives one page one cache key, whatever order, case or number its parameters
// come in, and whatever tracking parameters are added. https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-javascript-runtime-20.html

// Parameters that an address knows, in the order of the key. The cache policy takes whatever is left of the query.
const pageParameters = ['truoc', 'sau', 'ngay', 'thang', 'phan'];
const listParameters = ['category', 'cursor'];
const searchParameters = ['q', 'chuyen-muc', 'tu', 'den', 'trang'];
const parametersOf = (path) => {
  if (path.startsWith('/tim-kiem')) return searchParameters;
  return path.startsWith('/api/articles') ? listParameters : pageParameters;
};

// biome-ignore lint/correctness/noUnusedVariables: CloudFront calls it by this name
function handler(event) {
  const request = event.request;
  const sent = {};
  for (const name in request.querystring) {
    const lower = name.toLowerCase();
    // The first of several values: the origin must read what the key says.
    if (sent[lower] === undefined) sent[lower] = request.querystring[name].value;
  }
  const path = request.uri.toLowerCase();
  request.querystring = {};
  for (const name of parametersOf(path)) {
    if (sent[name]) request.querystring[name] = { value: sent[name] };
  }
  // A bucket has no object without a name: the mirror's front page needs one.
  request.uri = path === '/' ? '/index.html' : path;
  return request;
}
