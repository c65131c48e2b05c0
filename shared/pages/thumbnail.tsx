/** Patterns that the stylesheet has. */
const patterns = 6;

/** Where an article's picture goes: a pattern in its category's tint while it has none. Each category keeps its own. */
export const Thumbnail = ({ tint }: { tint: number }) => (
  <div class={`thumbnail tint-${tint % patterns}`} aria-hidden="true" />
);
