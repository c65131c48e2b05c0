/** The earlier of two instants (ISO 8601, UTC); null means never. */
export const earlierInstant = (a: string | null | undefined, b: string | null | undefined): string | null => {
  if (!a || !b) return a || b || null;
  return a < b ? a : b;
};
