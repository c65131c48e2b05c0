/**
 * The index that a key moves to in a grid of some columns; null for other keys, and at its edges.
 * https://www.w3.org/WAI/ARIA/apg/practices/keyboard-interface/#kbd_roving_tabindex
 */
export const gridMove = (
  key: string,
  from: number,
  { count, columns }: { count: number; columns: number },
): number | null => {
  const targets: Record<string, number> = {
    ArrowLeft: from - 1,
    ArrowRight: from + 1,
    ArrowUp: from - columns,
    ArrowDown: from + columns,
    Home: 0,
    End: count - 1,
  };
  const to = targets[key];
  return to !== undefined && to >= 0 && to < count && to !== from ? to : null;
};
