import type { Activity } from '../../../../shared/activity/activity.ts';
import type { Role } from '../../../../shared/http/actor.ts';
import { includes, views } from '../views.ts';

/** The view of each kind of thing but articles, which have a view each, and images, which the library shows. */
const viewOfKind: Partial<Record<Activity['subject']['kind'], string>> = {
  image: '/quan-tri/anh',
  settings: '/quan-tri/thong-tin-cong',
  category: '/quan-tri/chuyen-muc',
  tag: '/quan-tri/the',
  person: '/quan-tri/nguoi-dung',
  'opening-balance': '/quan-tri/thong-tin-cong',
};

/** Where somebody of a role finds what an entry is about; null where nowhere: it is deleted, or the view is for others. */
export const subjectAddress = ({ action, subject }: Activity, role: Role): string | null => {
  if (action === 'delete') return null;
  if (subject.kind === 'article') return `/quan-tri/bai-viet/${subject.id}`;
  const path = viewOfKind[subject.kind];
  const view = views.find((candidate) => candidate.path === path);
  return view && includes(role, view.role) ? view.path : null;
};
