import { loadDemo } from '../../infra/demo/load.ts';
import type { Portal } from '../../infra/local/portal.ts';

type List = { items: { url: string }[] };

/** Fills a portal with the demonstration: a page of every kind, as `[kind, path]`. */
export const demoPages = async (portal: Portal): Promise<[kind: string, path: string][]> => {
  await loadDemo(portal);
  await portal.functions['most-read'].invoke({});
  const first = async (category: string) => {
    const list = (await (await fetch(`${portal.url}/api/articles?category=${category}`)).json()) as List;
    return list.items[0]?.url ?? '';
  };
  const list = await (await fetch(`${portal.url}/tin-hoat-dong`)).text();
  return [
    ['home', '/'],
    ['a category', '/van-hoa-xa-hoi'],
    ['an older page of a list', /href="(\/tin-hoat-dong\?truoc=[^"]+)"/.exec(list)?.[1] ?? '/tin-hoat-dong'],
    ['a tag', '/the/chuyen-doi-so'],
    ['an article', await first('kinh-te-do-thi')],
    ['an article with a gallery', await first('tin-hoat-dong')],
    ['a day', '/ngay/2026-05-22'],
    ['a day without news', '/ngay/2026-05-01'],
    ['a month', '/thang/2026-05'],
    ['a static page', '/trang/to-chuc-lien-he'],
    ['a static page in English', '/trang/about'],
    ['the map of the site', '/trang/so-do-trang'],
    ['how visits are counted', '/luot-truy-cap'],
    ['answers', '/tim-kiem?q=duong+cau+may'],
    ['answers to a slip', '/tim-kiem?q=phan+laoi+rac'],
    ['no answer', '/tim-kiem?q=%22duong+zzyzx%22+-may&tu=2026-01-01'],
    ['a page that is not there', '/khong-co'],
  ];
};
