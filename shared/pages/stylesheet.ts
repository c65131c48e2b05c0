import article from './styles/article.css';
import banner from './styles/banner.css';
import base from './styles/base.css';
import calendar from './styles/calendar.css';
import footer from './styles/footer.css';
import gallery from './styles/gallery.css';
import narrowAndWide from './styles/narrow-and-wide.css';
import news from './styles/news.css';
import otherMedia from './styles/other-media.css';
import page from './styles/page.css';
import search from './styles/search.css';
import siteLinks from './styles/site-links.css';
import theme from './styles/theme.css';
import tools from './styles/tools.css';
import visits from './styles/visits.css';

/** The stylesheet of every page, in cascade order. */
export const stylesheet = [
  theme,
  base,
  banner,
  page,
  news,
  article,
  gallery,
  calendar,
  tools,
  footer,
  search,
  visits,
  siteLinks,
  narrowAndWide,
  otherMedia,
].join('\n');
