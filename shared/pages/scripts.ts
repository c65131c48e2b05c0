import article from './article.inline.js';
import display from './display.inline.js';
import gallery from './gallery.inline.js';
import suggestions from './suggestions.inline.js';
import theme from './theme.inline.js';
import visits from './visits.inline.js';

/** A script as it stands in a page: without its comments and indentation. */
const compact = (script: string) => script.replace(/^\s*\/\/.*\n/gm, '').replace(/\n\s*/g, '\n');

/** Our own scripts, which the policy names by their hashes: those of every page, and those of articles. */
export const themeScript = compact(theme);
export const displayScript = compact(display);
export const suggestionsScript = compact(suggestions);
export const visitsScript = compact(visits);
export const articleScript = compact(article);
export const galleryScript = compact(gallery);
