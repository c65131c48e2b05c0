import article from './article.inline.js';
import display from './display-settings.inline.js';
import gallery from './gallery.inline.js';
import suggestions from './suggestions.inline.js';
import theme from './theme.inline.js';
import visits from './visits.inline.js';

/** Minifies a script: removes comments and indentation. */
const minifyScript = (script: string) => script.replace(/^\s*\/\/.*\n/gm, '').replace(/\n\s*/g, '\n');

/** Our inline scripts, which the policy names by their hashes. */
export const themeScript = minifyScript(theme);
export const displayScript = minifyScript(display);
export const suggestionsScript = minifyScript(suggestions);
export const visitsScript = minifyScript(visits);
export const articleScript = minifyScript(article);
export const galleryScript = minifyScript(gallery);
