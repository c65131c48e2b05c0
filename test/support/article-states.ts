import type { ArticleState } from '../../shared/articles/state.ts';
import type { EditorialArticle, staffApi } from './staff-api.ts';

type Step = readonly [step: string, body?: object];

/** The steps that bring a new article into a state. */
const stepsTo: Readonly<Record<ArticleState, readonly Step[]>> = {
  draft: [],
  in_review: [['submit', { note: 'Nhờ xem giúp' }]],
  returned: [['submit'], ['return', { note: 'Thiếu nguồn của số liệu' }]],
  approved: [['submit'], ['approve']],
  scheduled: [['publish', { publishedAt: '2099-11-30T08:00:00+07:00' }]],
  live: [['publish']],
  withdrawn: [['publish'], ['withdraw']],
};

/** An article of an author in a state. */
export const articleInState = async (
  { as, create }: ReturnType<typeof staffApi>,
  state: ArticleState,
  fields: Record<string, unknown> = {},
): Promise<EditorialArticle> => {
  let article = await create(fields, 'author');
  for (const [step, body = {}] of stepsTo[state]) {
    const { id, version } = article;
    const path = `/articles/${id}/${step}`;
    const reply = await as.editor<EditorialArticle>(path, { method: 'POST', ifMatch: version, body });
    if (reply.status >= 400) throw new Error(`${step}: ${JSON.stringify(reply.body)}`);
    article = reply.body;
  }
  return article;
};
