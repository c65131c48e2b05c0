import { createSampler, type Sampler } from './sampler.ts';
import * as words from './words.ts';

/** A generated article: an editor's fields and the time of publication. */
export type CorpusArticle = {
  title: string;
  summary: string;
  body: string;
  category: string;
  publishedAt: string;
};

const categories = ['tin-hoat-dong', 'thong-bao', 'cai-cach-hanh-chinh', 'van-hoa-xa-hoi', 'kinh-te-do-thi'];
const newestMs = Date.UTC(2026, 10, 20, 1);
const periodMs = 10 * 365 * 24 * 3_600_000;
/** Share of the articles that end with a paragraph which many others end with. */
const boilerplateShare = 1 / 3;
/** Share of the words with a synonym that a body replaces by it. */
const synonymShare = 0.3;
/** Share of the mentions of a person that are of one of the few who are in the news often. */
const knownPersonShare = 0.5;
const knownPeople = 40;

/**
 * Generates `count` plausible articles of about 400 syllables, of random dates in ten years, oldest first; the same ones for the
 * same seed.
 * The floors of quality.test.ts hold for the default seed: with few queries a score varies by some hundredths from seed to seed.
 */
export function* corpusArticles(count: number, seed = 5): Generator<CorpusArticle> {
  const sampler = createSampler(seed);
  const dates = createSampler(seed + 1);
  const instantsMs = Array.from({ length: count }, () => newestMs - dates.intBelow(periodMs));
  for (const ms of instantsMs.sort((a, b) => a - b)) {
    yield {
      ...article(sampler),
      category: sampler.pick(categories),
      publishedAt: new Date(ms).toISOString(),
    };
  }
}

const article = (sampler: Sampler) => {
  // People, places and subjects recur within an article, as in real ones.
  const cast: Cast = {
    place: place(sampler),
    otherPlace: place(sampler),
    agency: sampler.pickSkewed(words.agencies),
    people: [person(sampler), person(sampler), person(sampler)],
    subjects: [subject(sampler), subject(sampler), subject(sampler), subject(sampler)],
  };
  return {
    title: title(sampler, cast),
    summary: `${sentence(sampler, cast)} ${sentence(sampler, cast)}`,
    body: bodyParagraphs(sampler, cast)
      .map((text) => `<p>${text}</p>`)
      .join(''),
  };
};

type Cast = { place: string; otherPlace: string; agency: string; people: string[]; subjects: string[] };

const bodyParagraphs = (sampler: Sampler, cast: Cast): string[] => [
  ...Array.from({ length: 5 + sampler.intBelow(5) }, () => withSynonyms(sampler, paragraph(sampler, cast))),
  ...(sampler.chance(boilerplateShare) ? [sampler.pickSkewed(words.boilerplate)] : []),
];

const withSynonyms = (sampler: Sampler, text: string) =>
  words.synonyms.reduce(
    (replaced, [word, synonym]) =>
      sampler.chance(synonymShare) ? replaced.replaceAll(word, synonym) : replaced,
    text,
  );

const person = (sampler: Sampler) =>
  sampler.chance(knownPersonShare)
    ? fullName(createSampler(sampler.intBelow(knownPeople)))
    : fullName(sampler);
const fullName = (sampler: Sampler) =>
  `${sampler.pickSkewed(words.familyNames)} ${sampler.pickSkewed(words.middleNames)} ${sampler.pick(words.givenNames)}`;
const place = (sampler: Sampler) =>
  `${sampler.pickSkewed(words.placeKinds)} ${sampler.pick(words.placeFirst)} ${sampler.pick(words.placeSecond)}`;
const subject = (sampler: Sampler) =>
  sampler.chance(0.55)
    ? `${sampler.pickSkewed(words.nouns)} ${sampler.pick(words.adjectives)}`
    : sampler.pick(words.nouns);
const action = (sampler: Sampler, cast: Cast) =>
  `${sampler.pickSkewed(words.verbs)} ${sampler.pick(cast.subjects)}`;
const documentNumber = (sampler: Sampler) =>
  `số ${1 + sampler.intBelow(990)}/${sampler.pick(words.documents)}`;
const day = (sampler: Sampler) => `ngày ${1 + sampler.intBelow(28)}/${1 + sampler.intBelow(12)}`;
const amount = (sampler: Sampler) =>
  `${1 + sampler.intBelow(sampler.chance(0.5) ? 60 : 2400)} ${sampler.pick(words.units)}`;
const capitalize = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

const title = (sampler: Sampler, cast: Cast): string => {
  const forms: (() => string)[] = [
    () => `${cast.agency} ${cast.place} ${action(sampler, cast)}`,
    () => `${cast.place}: ${action(sampler, cast)} cho ${sampler.pick(words.groups)}`,
    () => `${action(sampler, cast)} tại ${cast.place}`,
    () => `${cast.place} ${action(sampler, cast)}, ${action(sampler, cast)}`,
    () =>
      `${sampler.pick(words.offices)} ${cast.people[0]} và ${sampler.pick(cast.subjects)} ở ${cast.place}`,
    () => `Thông báo ${documentNumber(sampler)} về việc ${action(sampler, cast)} ${day(sampler)}`,
    () =>
      `${sampler.pick(cast.subjects)} ở ${cast.place}: ${amount(sampler)} sau ${1 + sampler.intBelow(11)} tháng`,
  ];
  return capitalize(sampler.pickSkewed(forms)());
};

const sentence = (sampler: Sampler, cast: Cast): string => {
  const forms: (() => string)[] = [
    () =>
      `${day(sampler)}, ${cast.agency} ${cast.place} ${action(sampler, cast)} ${sampler.pick(words.purposes)}`,
    () =>
      `${sampler.pick(words.connectors)}, ${action(sampler, cast)} được giao cho ${sampler.pick(words.agencies)} ${sampler.pick(words.placeFirst)} ${sampler.pick(words.placeSecond)}`,
    () =>
      `${sampler.pick(words.offices)} ${sampler.pick(cast.people)} ${sampler.pick(words.comments)}: “${capitalize(sampler.pick(words.judgements))}”`,
    () =>
      `${sampler.pick(words.connectors)}, ${sampler.pick(cast.subjects)} ở ${cast.otherPlace} đã đạt ${amount(sampler)}, tăng ${1 + sampler.intBelow(40)}% so với năm trước`,
    () =>
      `Quyết định ${documentNumber(sampler)} quy định việc ${action(sampler, cast)} cho ${sampler.pick(words.groups)}`,
    () =>
      `${sampler.pick(words.groups)} ở ${sampler.chance(0.5) ? cast.place : place(sampler)} được ${sampler.pick(words.verbs)} ${sampler.pick(words.nouns)} ${sampler.pick(words.adjectives)}`,
    () =>
      `${sampler.pick(words.connectors)}, ${sampler.pick(words.agencies)} và ${sampler.pick(words.groups)} cùng ${sampler.pick(words.verbs)} ${sampler.pick(words.nouns)}, ${sampler.pick(words.purposes)}`,
    () =>
      `Tổng kinh phí ${amount(sampler)} do ${sampler.pick(words.agencies)} và gia đình ${sampler.pick(words.offices)} ${person(sampler)} đóng góp`,
  ];
  return `${capitalize(sampler.pick(forms)())}.`;
};

const paragraph = (sampler: Sampler, cast: Cast) =>
  Array.from({ length: 2 + sampler.intBelow(3) }, () => sentence(sampler, cast)).join(' ');
