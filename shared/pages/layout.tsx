import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { SiteSettings } from '../site/settings.ts';
import type { Totals } from '../visits/tally.ts';
import { Alert } from './alert.tsx';
import { Banner } from './banner.tsx';
import { iconUrl } from './emblem.tsx';
import { Emc } from './emc.tsx';
import { Footer } from './footer.tsx';
import { type JsonLd, JsonLdBlock } from './json-ld.tsx';
import { Navigation } from './navigation.tsx';
import { Script } from './script.tsx';
import { displayScript, themeScript } from './scripts.ts';
import { type PageKind, stylesheets } from './stylesheet.ts';
import { VisitCounter } from './visit-counter.tsx';

/** Metadata of a page. */
export type Head = {
  title: string;
  description?: string | undefined;
  /** The canonical address, absolute; undefined for pages that are not indexed. */
  canonical?: string;
  /** `[name, content]`; a name with a colon is a property, as in Open Graph. */
  meta?: readonly (readonly [name: string, content: string])[];
  /** Alternates of the page: its feed, translations. Addresses are absolute. */
  alternates?: readonly (
    | { type: string; title: string; href: string }
    | { hreflang: string; href: string }
  )[];
  jsonLd?: readonly JsonLd[];
};

/** Input of every page. */
export type PageContext = {
  site: SiteSettings;
  /** Visit totals; null when they could not be read. */
  totals: Totals | null;
  now: Date;
  /** `https://…`: the start of absolute links. */
  origin: string;
};

type Props = Omit<PageContext, 'origin'> & {
  head: Head;
  /** Selects the stylesheet; none for a page that has every rule. */
  kind?: PageKind;
  /** The path of the navigation entry for this page. */
  current?: string;
  /** The id of the article on this page. */
  article?: string;
  /** The reader's query, on the search page. */
  searched?: string;
  /** The main and the side column. */
  main: ComponentChildren;
  side?: ComponentChildren;
};

/** A page of the site as HTML. */
export const sitePage = ({
  site,
  head,
  kind,
  current,
  now,
  totals,
  article,
  searched,
  main,
  side,
}: Props): string =>
  htmlDocument(
    { ...head, title: head.title === site.name ? site.name : `${head.title} – ${site.name}` },
    <>
      <a class="skip" href="#noi-dung">
        Đến nội dung chính
      </a>
      <Banner site={site} now={now} searched={searched} />
      <Alert alert={site.alert} now={now} />
      <Navigation categories={site.categories} current={current} />
      <div class="frame page">
        <main id="noi-dung" tabIndex={-1}>
          {main}
        </main>
        {side && <aside>{side}</aside>}
      </div>
      <Footer site={site}>
        <VisitCounter totals={totals} article={article} />
      </Footer>
      <Script text={displayScript} />
      <Emc siteId={site.emcSiteId} />
    </>,
    kind,
  );

/** An HTML document with our head and stylesheet around a body. */
export const htmlDocument = (
  { title, description, canonical, meta = [], alternates = [], jsonLd = [] }: Head,
  body: ComponentChildren,
  kind?: PageKind,
): string =>
  `<!doctype html>${renderToString(
    <html lang="vi">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        {description && <meta name="description" content={description} />}
        {canonical && <link rel="canonical" href={canonical} />}
        {meta.map(([name, content]) =>
          name.includes(':') ? (
            <meta property={name} content={content} />
          ) : (
            <meta name={name} content={content} />
          ),
        )}
        {alternates.map((alternate) => (
          <link rel="alternate" {...alternate} />
        ))}
        {jsonLd.length > 0 && <JsonLdBlock of={jsonLd} />}
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href={iconUrl} />
        {/* Our own stylesheets, which the policy names by their hashes. */}
        <style dangerouslySetInnerHTML={{ __html: stylesheets[kind ?? 'other'] }} />
        <Script text={themeScript} />
      </head>
      <body>{body}</body>
    </html>,
  )}`;
