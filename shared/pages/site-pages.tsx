import { type SitePage, type SiteSettings, siteMapSlug } from '../site/settings.ts';

/** The address of a static page. */
export const pagePath = (slug: string) => `/trang/${slug}`;

/** Links to the static pages and the site map. */
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

/** Links to other agencies; nothing without any. */
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
