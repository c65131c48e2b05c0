import { type Random, random } from './random.ts';
import * as words from './words.ts';

/** An article of the corpus: its content, and when it was published. */
export type CorpusArticle = {
  title: string;
  summary: string;
  body: string;
  category: string;
  publishedAt: string;
};

const categories = ['tin-hoat-dong', 'thong-bao', 'cai-cach-hanh-chinh', 'van-hoa-xa-hoi', 'kinh-te-do-thi'];
const newest = Date.UTC(2026, 10, 20, 1);
const hourMs = 3_600_000;

/** `count` plausible articles of about 400 syllables, oldest first; the same for the same seed. */
export function* corpusArticles(count: number, seed = 1): Generator<CorpusArticle> {
  const by = random(seed);
  for (let n = count; n > 0; n -= 1) {
    yield {
      ...article(by),
      category: by.any(categories),
      publishedAt: new Date(newest - n * 5 * hourMs - by.below(4 * hourMs)).toISOString(),
    };
  }
}

const article = (by: Random) => {
  // An article keeps to a few persons, places and subjects.
  const cast: Cast = {
    place: place(by),
    otherPlace: place(by),
    agency: by.common(words.agencies),
    people: [person(by), person(by), person(by)],
    subjects: [subject(by), subject(by), subject(by), subject(by)],
  };
  return {
    title: title(by, cast),
    summary: `${sentence(by, cast)} ${sentence(by, cast)}`,
    body: Array.from({ length: 5 + by.below(5) }, () => `<p>${paragraph(by, cast)}</p>`).join(''),
  };
};

type Cast = { place: string; otherPlace: string; agency: string; people: string[]; subjects: string[] };

const person = (by: Random) =>
  `${by.common(words.familyNames)} ${by.common(words.middleNames)} ${by.any(words.givenNames)}`;
const place = (by: Random) =>
  `${by.common(words.placeKinds)} ${by.any(words.placeFirst)} ${by.any(words.placeSecond)}`;
const subject = (by: Random) =>
  by.chance(0.55) ? `${by.common(words.nouns)} ${by.any(words.adjectives)}` : by.any(words.nouns);
const action = (by: Random, cast: Cast) => `${by.common(words.verbs)} ${by.any(cast.subjects)}`;
const paper = (by: Random) => `số ${1 + by.below(990)}/${by.any(words.documents)}`;
const day = (by: Random) => `ngày ${1 + by.below(28)}/${1 + by.below(12)}`;
const amount = (by: Random) => `${1 + by.below(by.chance(0.5) ? 60 : 2400)} ${by.any(words.units)}`;
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

const title = (by: Random, cast: Cast): string => {
  const forms: (() => string)[] = [
    () => `${cast.agency} ${cast.place} ${action(by, cast)}`,
    () => `${cast.place}: ${action(by, cast)} cho ${by.any(words.groups)}`,
    () => `${action(by, cast)} tại ${cast.place}`,
    () => `${cast.place} ${action(by, cast)}, ${action(by, cast)}`,
    () => `${by.any(words.offices)} ${cast.people[0]} và ${by.any(cast.subjects)} ở ${cast.place}`,
    () => `Thông báo ${paper(by)} về việc ${action(by, cast)} ${day(by)}`,
    () => `${by.any(cast.subjects)} ở ${cast.place}: ${amount(by)} sau ${1 + by.below(11)} tháng`,
  ];
  return capital(by.common(forms)());
};

const sentence = (by: Random, cast: Cast): string => {
  const forms: (() => string)[] = [
    () => `${day(by)}, ${cast.agency} ${cast.place} ${action(by, cast)} ${by.any(words.purposes)}`,
    () =>
      `${by.any(words.connectors)}, ${action(by, cast)} được giao cho ${by.any(words.agencies)} ${by.any(words.placeFirst)} ${by.any(words.placeSecond)}`,
    () =>
      `${by.any(words.offices)} ${by.any(cast.people)} ${by.any(words.comments)}: “${capital(by.any(words.judgements))}”`,
    () =>
      `${by.any(words.connectors)}, ${by.any(cast.subjects)} ở ${cast.otherPlace} đã đạt ${amount(by)}, tăng ${1 + by.below(40)}% so với năm trước`,
    () => `Quyết định ${paper(by)} quy định việc ${action(by, cast)} cho ${by.any(words.groups)}`,
    () =>
      `${by.any(words.groups)} ở ${by.chance(0.5) ? cast.place : place(by)} được ${by.any(words.verbs)} ${by.any(words.nouns)} ${by.any(words.adjectives)}`,
    () =>
      `${by.any(words.connectors)}, ${by.any(words.agencies)} và ${by.any(words.groups)} cùng ${by.any(words.verbs)} ${by.any(words.nouns)}, ${by.any(words.purposes)}`,
    () =>
      `Tổng kinh phí ${amount(by)} do ${by.any(words.agencies)} và gia đình ${by.any(words.offices)} ${person(by)} đóng góp`,
  ];
  return `${capital(by.any(forms)())}.`;
};

const paragraph = (by: Random, cast: Cast) =>
  Array.from({ length: 2 + by.below(3) }, () => sentence(by, cast)).join(' ');
