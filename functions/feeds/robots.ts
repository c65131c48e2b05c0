/** Rules for crawlers: https://www.rfc-editor.org/rfc/rfc9309 */
export const robotsText = (origin: string): string =>
  `User-agent: *
Disallow: /api/
Disallow: /quan-tri
Disallow: /tim-kiem

Sitemap: ${origin}/sitemap.xml
Sitemap: ${origin}/news-sitemap.xml
`;
