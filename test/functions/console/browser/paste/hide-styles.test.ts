import { expect, test } from 'vitest';
import { hideStyles } from '../../../../../functions/console/browser/paste/hide-styles.ts';

test.each([
  ['<p style="color:red">', '<p data-hidden-style="color:red">'],
  ["<p class=a\nSTYLE = 'b'>", "<p class=a\ndata-hidden-style = 'b'>"],
  ['<p class="a"style="b">', '<p class="a"data-hidden-style="b">'],
  ['<style>p > a {}</style>', '<xmp>p > a {}</xmp>'],
  ['<STYLE type="a">', '<xmp type="a">'],
  ['<base href="a">', '<span href="a">'],
  ['<p>style="a" <styled> <basefont>', '<p>style="a" <styled> <basefont>'],
])('hides the styles of %s', (html, hidden) => expect(hideStyles(html)).toBe(hidden));
