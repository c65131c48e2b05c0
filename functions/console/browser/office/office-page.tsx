import { useSession } from '../session/session-context.ts';
import { PageTitle } from '../ui/page-title.tsx';
import { linksOf } from '../views.ts';

/** What an editor or admin does beside articles: links to each view, with what it is for. */
export const OfficePage = () => {
  const { user } = useSession();
  return (
    <>
      <PageTitle title="Quản lý" />
      <ul class="office-links">
        {linksOf('office', user.role).map(({ path, label, description }) => (
          <li key={path}>
            <a href={path}>{label}</a>
            <p>{description}</p>
          </li>
        ))}
      </ul>
    </>
  );
};
