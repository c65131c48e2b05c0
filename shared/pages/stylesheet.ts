import { minifyCss } from './minify-css.ts';
import alert from './styles/alert.css';
import article from './styles/article.css';
import articleLinks from './styles/article-links.css';
import articleTools from './styles/article-tools.css';
import banner from './styles/banner.css';
import base from './styles/base.css';
import breadcrumb from './styles/breadcrumb.css';
import calendar from './styles/calendar.css';
import displaySettings from './styles/display-settings.css';
import fields from './styles/fields.css';
import footer from './styles/footer.css';
import gallery from './styles/gallery.css';
import home from './styles/home.css';
import list from './styles/list.css';
import months from './styles/months.css';
import mostRead from './styles/most-read.css';
import narrowAndWide from './styles/narrow-and-wide.css';
import narrowAndWideArticle from './styles/narrow-and-wide-article.css';
import news from './styles/news.css';
import otherMedia from './styles/other-media.css';
import page from './styles/page.css';
import search from './styles/search.css';
import searchBox from './styles/search-box.css';
import siteLinks from './styles/site-links.css';
import theme from './styles/theme.css';
import visits from './styles/visits.css';
import wideHome from './styles/wide-home.css';
import wideList from './styles/wide-list.css';

/** The kinds of pages that readers open most, an article with a gallery being one: each has no more rules than it uses. */
export type PageKind = 'home' | 'list' | 'article' | 'gallery';

/** Every sheet in cascade order, with the kinds that have it: all without a list; with an empty one only the rarer pages. */
const sheets: readonly [css: string, kinds?: readonly PageKind[]][] = [
  [theme],
  [base],
  [banner],
  [page],
  [news, ['home', 'list']],
  [home, ['home']],
  [list, ['list']],
  [breadcrumb, ['list', 'article', 'gallery']],
  [article, ['article', 'gallery']],
  [gallery, ['gallery']],
  [fields],
  [calendar, []],
  [articleLinks, ['article', 'gallery']],
  [displaySettings],
  [articleTools, ['article', 'gallery']],
  [alert],
  [footer],
  [searchBox],
  [search, []],
  [visits],
  [months, []],
  [mostRead, ['home']],
  [siteLinks],
  [narrowAndWide],
  [wideHome, ['home']],
  [wideList, ['list']],
  [narrowAndWideArticle, ['article', 'gallery']],
  [otherMedia],
];

const minified = sheets.map(([css, kinds]) => ({ css: minifyCss(css), kinds }));
const stylesOf = (kind: PageKind) =>
  minified
    .filter(({ kinds }) => kinds?.includes(kind) ?? true)
    .map(({ css }) => css)
    .join('');

/** The stylesheet with every rule, for pages of all other kinds. */
export const stylesheet = minified.map(({ css }) => css).join('');

/** The stylesheets as they are inlined. */
export const stylesheets = {
  home: stylesOf('home'),
  list: stylesOf('list'),
  article: stylesOf('article'),
  gallery: stylesOf('gallery'),
  other: stylesheet,
} satisfies Record<PageKind | 'other', string>;
