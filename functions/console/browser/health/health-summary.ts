import type { HealthLine } from './health-line.ts';

/** All lines in one sentence or two. */
export const healthSummary = (lines: readonly Pick<HealthLine, 'state'>[]): string => {
  const count = (state: HealthLine['state']) => lines.filter((line) => line.state === state).length;
  const [attention, unknown] = [count('attention'), count('unknown')];
  const unknownToo = unknown === 0 ? '' : ` ${unknown} mục không biết được.`;
  if (attention > 0) return `${attention} mục cần có người làm.${unknownToo}`;
  return unknown === 0 ? 'Mọi thứ đều tốt.' : `Không có việc gì phải làm.${unknownToo}`;
};
