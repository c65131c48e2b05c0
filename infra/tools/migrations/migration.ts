/** An item as the table has it. */
export type Item = Record<string, unknown>;

/** What a step changes of an item: attributes to set, or to remove. */
export type ItemChange = { set?: Item; remove?: readonly string[] };

/**
 * A numbered step from the items of one release to those of the next, both of which the code reads while it runs. `up` and `down` are
 * pure, look at one item, and find nothing to change in one that they have changed: a killed run does some items twice.
 */
export type Migration = {
  /** Three digits and a name: `001-activity-by-person`. Steps go up in this order, and down against it. */
  name: string;
  table: 'content' | 'activity' | 'visits';
  /** The attributes that the step looks at. It writes only where they are still as it read them. */
  reads: readonly string[];
  up: (item: Item) => ItemChange | null;
  down: (item: Item) => ItemChange | null;
};
