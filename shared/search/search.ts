import { candidateLimit, countLimit } from './limits.ts';
import { isEmpty, type Query, type QuerySyllable } from './parse-query.ts';
import { type Candidate, scoreOf } from './rank.ts';
import { repair } from './repair.ts';
import type { Row, SearchIndex, Window } from './search-index.ts';
import {
  all,
  any,
  anywhere,
  asTyped,
  claims,
  inSummary,
  inTitle,
  pairUnit,
  term,
  type Unit,
  unitsOf,
  withUncovered,
} from './units.ts';

/** Which articles are wanted: a category, and times as ISO instants, `before` excluded. */
export type Filter = { category: string | null; from: string | null; before: string | null };

export type Found = {
  /** Best first, at most `candidateLimit`. */
  ids: string[];
  /** How many there are, counted up to `countLimit`. */
  total: number;
  /** What was looked for in the place of what was typed, syllable by syllable; null when it was as typed. */
  repaired: readonly QuerySyllable[] | null;
};

/** With so many found, nothing less fitting is looked for: a page for one syllable, and fewer the more was typed. */
const enoughFor = (syllables: readonly QuerySyllable[]) =>
  Math.max(1, Math.floor(10 / Math.max(1, syllables.length)));
/** Parts of a query that are left out in turn. */
const maxDropped = 12;

/** What an article is worth that holds the query in another way than as it was typed. */
const worth = {
  typed: 1,
  begun: 0.9,
  apart: 0.8,
  repaired: 0.7,
  scattered: 0.4,
  dropped: 0.3,
};

const nothing: Found = { ids: [], total: 0, repaired: null };

/** The articles that answer a query. The work is bounded: some dozens of looks into the index, a few hundred articles ranked. */
export const search = (index: SearchIndex, query: Query, filter: Filter, now: Date): Found => {
  if (isEmpty(query)) return nothing;
  const found = collection(index, query, filter, now);
  const typed = ask(index, query.syllables);
  const enough = enoughFor(query.syllables);
  let repaired: readonly QuerySyllable[] | null = null;

  found.add(typed, worth.typed);
  const isFew = found.count() < enough;
  if (isFew || isSpecific(query)) {
    found.addBegun(typed);
    found.addTitles(typed, worth.apart);
  }
  if (isFew && found.count() < enough) found.addApart(typed, worth.apart);
  if (found.count() === 0) {
    const better = repair(index, query.syllables);
    if (better) {
      const asked = ask(index, better.syllables);
      found.add(asked, worth.repaired);
      if (found.count() === 0) found.addTitles(asked, worth.repaired * worth.apart);
      if (found.count() === 0) found.addApart(asked, worth.repaired * worth.apart);
      if (found.count() > 0) repaired = better.syllables;
    }
  }
  if (found.count() < enough) {
    found.addScattered(typed);
    found.addDropped(typed);
  }
  return { ids: found.ranked(), total: found.total(), repaired };
};

/** Whether so much was typed that a title which holds it in another way is likelier meant than an article that holds it somewhere. */
const isSpecific = ({ syllables }: Query) => syllables.length > 2;

/** A query, or a repaired one, and what it is looked for by. */
type Asked = { syllables: readonly QuerySyllable[]; units: readonly Unit[] };

const ask = (index: SearchIndex, syllables: readonly QuerySyllable[]): Asked => ({
  syllables,
  units: unitsOf(index, syllables),
});

/** What has been found so far: each article once, by the best way in which it was found. */
const collection = (index: SearchIndex, query: Query, filter: Filter, now: Date) => {
  const window: Window = {
    now: now.toISOString(),
    from: filter.from ?? '',
    before: filter.before ?? '~',
  };
  const { required, excluded } = conditions(index, query, filter, now);
  const candidates = new Map<number, Candidate>();
  let counted = 0;

  const matchOf = (parts: readonly string[]) => {
    const wanted = all([...parts, ...required]);
    return excluded.length > 0 ? `(${wanted}) NOT (${any(excluded)})` : wanted;
  };
  const rows = (parts: readonly string[]): Row[] => index.rows(matchOf(parts), window, candidateLimit);
  const take = (found: readonly Row[], units: readonly Unit[], coverage: number) => {
    for (const row of found) {
      if (candidates.has(row.rowid)) continue;
      candidates.set(row.rowid, {
        row,
        coverage,
        units,
        isAsTyped: true,
        isInSummary: false,
        isTogether: false,
      });
    }
  };

  return {
    count: () => candidates.size,
    total: () => Math.max(counted, candidates.size),

    /** Articles that hold every unit, and of those which hold them as typed, and in their summary. */
    add({ syllables, units }: Asked, coverage: number) {
      if (units.some(({ frequency }) => frequency === 0)) return;
      const parts = units.map(anywhere);
      const found = rows(parts);
      take(found, units, coverage);
      if (found.length === 0) return;
      const isCut = found.length === candidateLimit;
      if (isCut) {
        counted = index.count(matchOf(parts), window, countLimit);
        // The newest of so many may not be the best: those that hold it all in their title are looked for on their own.
        take(rows(units.map(inTitle)), units, coverage);
      }
      if (syllables.some(claims)) {
        const typed = rows(units.map(asTyped));
        take(typed, units, coverage);
        const asTypedIds = new Set(typed.map(({ rowid }) => rowid));
        for (const { rowid } of found) {
          const candidate = candidates.get(rowid);
          if (candidate && !asTypedIds.has(rowid)) candidate.isAsTyped = false;
        }
      }
      const pairs = units.filter(({ kind }) => kind === 'pair');
      if (pairs.length === 0) return;
      if (syllables.length > 2) {
        const words = syllables.map(({ folded }) => folded);
        for (const candidate of candidates.values()) {
          candidate.isTogether = index.holdsTogether(candidate.row.rowid, words);
        }
      }
      const inSummaries = rows(pairs.map(inSummary));
      if (isCut) take(inSummaries, units, coverage);
      for (const { rowid } of inSummaries) {
        const candidate = candidates.get(rowid);
        if (candidate) candidate.isInSummary = true;
      }
    },

    /** Articles in which the last syllable goes on: whoever searches may not have typed it to its end. */
    addBegun({ syllables, units }: Asked) {
      const last = begunUnit(syllables);
      if (!last) return;
      const at = syllables.length - 1;
      const others = units.filter(({ kind, of }) => kind === 'pair' && !of.includes(at));
      const begun = [...withUncovered(index, syllables.slice(0, last.of[0]), others), last];
      if (begun.some(({ frequency }) => frequency === 0)) return;
      take(rows(begun.map(inTitle)), begun, worth.begun);
      // A single letter begins too much to be looked for in whole articles.
      const typed = last.syllables.at(-1)?.folded ?? '';
      if (candidates.size < enoughFor(syllables) && typed.length > 1)
        take(rows(begun.map(anywhere)), begun, worth.begun);
    },

    /** Articles that hold every syllable in their title, in any order. */
    addTitles({ syllables, units }: Asked, coverage: number) {
      take(rows(singles(syllables).map(inTitle)), units, coverage);
    },

    /** Articles that hold the same words, not all of them side by side. */
    addApart({ syllables, units }: Asked, coverage: number) {
      const pairs = units.filter(({ kind }) => kind === 'pair');
      for (const left of pairs.slice(0, pairs.length > 1 ? maxDropped : 0)) {
        const others = withUncovered(
          index,
          syllables,
          pairs.filter((pair) => pair !== left),
        );
        if (others.every(({ frequency }) => frequency > 0)) take(rows(others.map(anywhere)), units, coverage);
      }
    },

    /** Articles that hold every syllable somewhere. */
    addScattered({ syllables, units }: Asked) {
      take(rows(singles(syllables).map(anywhere)), units, worth.scattered);
    },

    /** Articles that hold all but one syllable. */
    addDropped({ syllables, units }: Asked) {
      if (syllables.length < 3) return;
      const pairs = units.filter(({ kind }) => kind === 'pair');
      for (const at of [...syllables.keys()].slice(0, maxDropped)) {
        const others = withUncovered(
          index,
          syllables,
          pairs.filter(({ of }) => !of.includes(at)),
        ).filter(({ of }) => of.length > 1 || of[0] !== at);
        if (others.every(({ frequency }) => frequency > 0))
          take(rows(others.map(anywhere)), units, worth.dropped);
      }
    },

    /** Ids, best first. */
    ranked(): string[] {
      const size = index.size();
      // Two syllables that stand together are one token; of more, the index knows only that each two of them do.
      const phrases = query.phrases
        .filter(({ length }) => length > 2)
        .map((phrase) => phrase.map(({ folded }) => folded));
      return [...candidates.values()]
        .filter(({ row }) => phrases.every((phrase) => index.holdsTogether(row.rowid, phrase)))
        .map((candidate) => ({ id: candidate.row.id, score: scoreOf(candidate, size, now) }))
        .sort((a, b) => b.score - a.score || (a.id < b.id ? 1 : -1))
        .slice(0, candidateLimit)
        .map(({ id }) => id);
    },
  };
};

const singles = (syllables: readonly QuerySyllable[]): Unit[] =>
  syllables.map((syllable, at) => ({ kind: 'syllable', of: [at], syllables: [syllable], frequency: 1 }));

/** Half-typed syllables say little: as much as what a few dozen articles hold. */
const begunFrequency = 32;

/** The last syllable as the beginning of a longer one, with the one before it. */
const begunUnit = (syllables: readonly QuerySyllable[]): Unit | null => {
  const last = syllables.at(-1);
  if (!last) return null;
  const at = syllables.length - 1;
  const before = last.follows ? syllables.at(-2) : undefined;
  const shared = { frequency: begunFrequency, isBegun: true } as const;
  if (before) return { kind: 'pair', of: [at - 1, at], syllables: [before, last], ...shared };
  return last.folded.length > 1 ? { kind: 'syllable', of: [at], syllables: [last], ...shared } : null;
};

/** What every answer must hold, and what none may. */
const conditions = (index: SearchIndex, { phrases, excluded }: Query, filter: Filter, now: Date) => {
  const phrase = (syllables: readonly QuerySyllable[]) => {
    const pairs = syllables.flatMap((_, at) => pairUnit(index, syllables, at) ?? []);
    return all((pairs.length > 0 ? pairs : singles(syllables)).map(anywhere));
  };
  return {
    required: [
      ...phrases.map(phrase),
      ...(filter.category === null ? [] : [term('category', filter.category)]),
      ...timeTerms(filter, now),
    ],
    excluded: excluded.map(phrase),
  };
};

/** The first year that may be meant where no beginning is given: before the web came to Viet Nam. */
const firstYear = 1995;
/** Months that are looked for one by one; a longer span by its years. */
const maxMonths = 24;

/** The months or years that a span of time touches, as a condition: so the index need not look through all others. The window cuts to the instant. */
const timeTerms = ({ from, before }: Filter, now: Date): string[] => {
  if (from === null && before === null) return [];
  const first = monthNumber(from ?? `${firstYear}-01`);
  const last = Math.min(monthNumber(before ?? now.toISOString()), monthNumber(now.toISOString()));
  const count = Math.max(0, last - first) + 1;
  if (count <= maxMonths) {
    const months = Array.from({ length: count }, (_, n) => monthText(first + n));
    return [any(months.map((month) => term('month', month)))];
  }
  const [firstOf, lastOf] = [first, last].map((month) => Math.max(firstYear, Math.floor(month / 12)));
  const years = Array.from({ length: (lastOf ?? 0) - (firstOf ?? 0) + 1 }, (_, n) =>
    String((firstOf ?? 0) + n),
  );
  return [any(years.map((year) => term('year', year)))];
};

const monthNumber = (instant: string) => Number(instant.slice(0, 4)) * 12 + Number(instant.slice(5, 7)) - 1;
const monthText = (month: number) => `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
