// A CloudFront Function on viewer request, before the cache lookup: gives one page one cache key, whatever order, case or number its parameters
// come in, and whatever tracking parameters are added. https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-javascript-runtime-20.html

// Parameters that an address knows, in the order of the key. The cache policy takes whatever is left of the query.
const pageParameters = ['truoc', 'sau', 'ngay', 'thang', 'phan'];
const listParameters = ['category', 'cursor'];
const searchParameters = ['q', 'chuyen-muc', 'tu', 'den', 'trang'];
const parametersOf = (path) => {
  if (path.startsWith('/quan-tri/')) return [];
  if (path.startsWith('/tim-kiem')) return searchParameters;
  return path.startsWith('/api/articles') ? listParameters : pageParameters;
};

// Paths of cache behaviors without a cache. Spelled so that only API Gateway recognizes them, they arrive here, where replies go out as public.
const uncachedPath = /^\/(xem-truoc|api(?!\/articles(\/|$)))(\/|$)/;

// The console has one page, whatever its address. Names of its files are case-sensitive.
const consolePath = /^\/quan-tri\/(?!tep\/)/;
const consoleFile = /^\/quan-tri\/tep\/[\w.-]+$/;

// API Gateway decodes a path twice before it matches a route.
function decodeAscii(path) {
  return path.replace(/%([0-7][0-9a-f])/gi, (_, hex) => String.fromCharCode(parseInt(hex, 16)));
}

// One form of a page's path; that of a missing page for what is none.
function normalizePath(uri) {
  const path = decodeAscii(decodeAscii(uri)).toLowerCase();
  const segments = path.split('/').filter((segment) => segment !== '');
  const hasDots = segments.some((segment) => segment === '.' || segment === '..');
  if (hasDots || uncachedPath.test(`/${segments.join('/')}`)) return '/404.html';
  // A bucket has no object without a name: the mirror's front page needs one.
  if (consoleFile.test(uri)) return uri;
  if (consolePath.test(path)) return '/quan-tri/index.html';
  if (path === '/') return '/index.html';
  return /^[\w./~-]+$/.test(path) ? path : uri.toLowerCase();
}

// biome-ignore lint/correctness/noUnusedVariables: CloudFront calls it by this name
function handler(event) {
  const request = event.request;
  const sent = {};
  for (const name in request.querystring) {
    const lower = name.toLowerCase();
    // The first of several values: the origin must read what the key says.
    if (sent[lower] === undefined) sent[lower] = request.querystring[name].value;
  }
  request.uri = normalizePath(request.uri);
  request.querystring = {};
  for (const name of parametersOf(request.uri)) {
    if (sent[name]) request.querystring[name] = { value: sent[name] };
  }
  return request;
}
