import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import { rss } from '../../../functions/feeds/rss.tsx';
import { titleText } from '../../../functions/feeds/rss-text.ts';
import { aLiveArticle, aSite } from '../../support/site-fixture.ts';

/** The texts of all elements of a name, as an XML parser reads them. */
const elements = (xml: string, name: string): string[] => {
  const found: string[] = [];
  let current: string | null = null;
  const add = (text: string) => {
    if (current !== null) current += text;
  };
  const parser = new SaxesParser();
  parser.on('error', (error) => expect.unreachable(error.message));
  parser.on('opentag', (tag) => {
    if (tag.name === name) current = '';
  });
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('closetag', (tag) => {
    if (tag.name !== name) return;
    found.push(current ?? '');
    current = null;
  });
  parser.write(xml).close();
  return found;
};

/** What a reader of feeds shows of HTML: its text and its elements. */
const shown = (html: string) => {
  const tags: string[] = [];
  let text = '';
  const parser = new Parser({
    onopentagname: (name) => tags.push(name),
    ontext: (chunk) => {
      text += chunk;
    },
  });
  parser.end(html);
  return { text, tags };
};

const feed = (title: string, summary: string) =>
  rss({
    site: aSite({ name: title }),
    category: { slug: 'tin-tuc', name: title, description: summary },
    articles: [aLiveArticle({ title, summary })],
    origin: 'https://hacvan.example',
  });

test.each([
  '<script>alert(1)</script>',
  '</title><b>đậm</b> & "x"',
  ']]> &lt;b&gt; &amp; &#60;b>',
  'A < B & C > D',
])('a reader of feeds shows %s as it was typed', (typed) => {
  const xml = feed(typed, typed);
  for (const html of elements(xml, 'description')) expect(shown(html)).toEqual({ text: typed, tags: [] });
  for (const title of elements(xml, 'title')) {
    expect(shown(title)).toEqual({
      text: title.includes(' – ') ? expect.stringContaining(typed) : typed,
      tags: [],
    });
  }
});

test('keeps the lines of a summary', () => {
  const [, description = ''] = elements(feed('Tin', 'Dòng một\nDòng hai'), 'description');
  expect(shown(description)).toEqual({ text: 'Dòng mộtDòng hai', tags: ['br'] });
});

test.each(['Hỏi & đáp', 'Q&A về đất đai', 'A > B', 'Quý 1/2026: "đạt 100%"'])(
  'leaves the title %s as it is for readers that take it as plain text',
  (title) => expect(titleText(title)).toBe(title),
);

test('any title reads the same as HTML', () => {
  const unit = fc.constantFrom(...'<>&;#/ab1 "', '&lt', '&amp;', '&copy', '<b>', '<!--', ']]>', 'ộ');
  fc.assert(
    fc.property(fc.string({ unit }), (title) => {
      expect(shown(titleText(title))).toEqual({ text: title, tags: [] });
    }),
  );
});
