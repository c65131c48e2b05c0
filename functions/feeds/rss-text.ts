/*
 * References are hexadecimal, as the profile recommends for text (https://www.rssboard.org/rss-profile#data-types-characterdata), and
 * because xml-js takes an `&amp;` in text for one that is already escaped.
 */

/** Text as the HTML that `<description>` contains: https://www.rssboard.org/rss-profile#element-channel-item-description */
export const textAsHtml = (text: string): string =>
  text.replaceAll('&', '&#x26;').replaceAll('<', '&#x3C;').replaceAll('\n', '<br>');

/**
 * Text for `<title>`, which some aggregators read as HTML and some as plain text: only what HTML would read as markup is escaped, so that
 * any other title is the same in both.
 */
export const titleText = (text: string): string =>
  text.replace(/&(?=#|[a-z][a-z0-9])/gi, '&#x26;').replaceAll('<', '&#x3C;');
