import { type SitePage, type SiteSettings, siteMapSlug } from '../site/settings.ts';

/** Where a static page is. */
export const pagePath = (slug: string) => `/trang/${slug}`;

/** The site's static pages, and the map of it. */
export const SitePages = ({ pages }: { pages: readonly SitePage[] }) => (
  <nav class="pages" aria-label="Về trang này">
    <ul>
      {pages.map(({ slug, name, language }) => (
        <li>
          <a href={pagePath(slug)} {...(language !== 'vi' && { lang: language, hreflang: language })}>
            {name}
          </a>
        </li>
      ))}
      <li>
        <a href={pagePath(siteMapSlug)}>Sơ đồ trang</a>
      </li>
      <li>
        <a href="/rss.xml">RSS</a>
      </li>
    </ul>
  </nav>
);

/** Ways to other agencies; nothing where a site names none. */
export const LinksBox = ({ links }: { links: SiteSettings['links'] }) =>
  links.length > 0 ? (
    <section class="box">
      <h2>Liên kết</h2>
      <ul class="headlines">
        {links.map(({ name, url }) => (
          <li>
            <a href={url} rel="noopener">
              {name}
            </a>
          </li>
        ))}
      </ul>
    </section>
  ) : null;
