import type { SiteSettings } from '../../../../shared/site/settings.ts';

type Field = keyof SiteSettings;
type Entry = Record<string, unknown>;

/** Fields that are lists, and what identifies an entry of each. */
const listKeys = { categories: 'slug', links: 'url', pages: 'slug', formerCategories: 'slug' } as const;

/** Both changes in one, and the fields that both changed in different ways, which have my value. */
export type Rebased = { settings: SiteSettings; conflicts: readonly Field[] };

/** Applies my change of the settings to those that somebody else has saved since: by field, and lists by entry and order. */
export const rebaseSettings = (base: SiteSettings, mine: SiteSettings, theirs: SiteSettings): Rebased => {
  const conflicts: Field[] = [];
  const merged = (Object.keys(mine) as Field[]).map((field) => {
    const values = { base: base[field], mine: mine[field], theirs: theirs[field] };
    const value =
      field in listKeys ? mergeList(values, listKeys[field as keyof typeof listKeys]) : pick(values);
    if (value === conflict) conflicts.push(field);
    return [field, value === conflict ? mine[field] : value];
  });
  return { settings: Object.fromEntries(merged) as SiteSettings, conflicts };
};

const conflict = Symbol('Both sides changed it');
type ThreeValues = { base: unknown; mine: unknown; theirs: unknown };

/** As JSON in which the order of an object's keys says nothing. */
const comparable = (value: unknown) =>
  JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort())
      : inner,
  );
const isSame = (one: unknown, other: unknown) => comparable(one) === comparable(other);

/** The value of the side that changed it; `conflict` where both did, in different ways. */
const pick = ({ base, mine, theirs }: ThreeValues): unknown => {
  if (isSame(base, theirs) || isSame(mine, theirs)) return mine;
  return isSame(base, mine) ? theirs : conflict;
};

const mergeList = (values: ThreeValues, key: string): unknown => {
  const whole = pick(values);
  if (whole !== conflict) return whole;
  const { base, mine, theirs } = {
    base: byKey(values.base, key),
    mine: byKey(values.mine, key),
    theirs: byKey(values.theirs, key),
  };
  const entries = new Map<string, unknown>();
  for (const id of new Set([...mine.keys(), ...theirs.keys()])) {
    entries.set(id, pick({ base: base.get(id), mine: mine.get(id), theirs: theirs.get(id) }));
  }
  const order = mergeOrders({ base: [...base.keys()], mine: [...mine.keys()], theirs: [...theirs.keys()] });
  if (order === null || [...entries.values()].includes(conflict)) return conflict;
  return order.flatMap((id) => entries.get(id) ?? []);
};

const byKey = (list: unknown, key: string) =>
  new Map((list as readonly Entry[]).map((entry) => [String(entry[key]), entry]));

type Orders = Record<'base' | 'mine' | 'theirs', readonly string[]>;

/** All keys in the order of the side that moved some, those of the other side at the end; null where both moved some differently. */
const mergeOrders = ({ base, mine, theirs }: Orders): string[] | null => {
  const isShared = (id: string) => base.includes(id) && mine.includes(id) && theirs.includes(id);
  const shared = {
    base: base.filter(isShared),
    mine: mine.filter(isShared),
    theirs: theirs.filter(isShared),
  };
  const order = pick(shared);
  if (order === conflict) return null;
  const [first, second] = isSame(order, shared.mine) ? [mine, theirs] : [theirs, mine];
  return [...first, ...second.filter((id) => !first.includes(id))];
};
