import type { ArticleContent } from '../../../../shared/articles/content.ts';

/** Where the thing is that a line of the checklist is about. */
export type Place = { field: keyof ArticleContent } | { block: number } | { image: string };

/** One line of the checklist. `blocks`: the server would refuse the publication. */
export type Finding = { severity: 'blocks' | 'advice'; text: string; place: Place };

export const blocks = (text: string, place: Place): Finding => ({ severity: 'blocks', text, place });
export const advice = (text: string, place: Place): Finding => ({ severity: 'advice', text, place });
