import { useLocation } from 'preact-iso';
import { roleNames } from '../../../shared/people/role-names.ts';
import { useSite } from './api/site-context.ts';
import { useSession } from './session/session-context.ts';
import { Button } from './ui/button.tsx';
import { linksOf } from './views.ts';

/** The router's paths have no slash at their end. */
const withSlash = (path: string) => path.replace(/\/?$/, '/');

/** The header of every view: where one is, who one is. */
export const PageHeader = () => {
  const { user, signOut } = useSession();
  const { settings } = useSite();
  const { path } = useLocation();
  return (
    <header class="page-header">
      <div class="frame">
        <p class="site-name">
          <a href="/" target="_blank" rel="noopener">
            {settings.value?.name ?? 'Cổng thông tin'}
          </a>
        </p>
        <nav aria-label="Quản trị">
          {linksOf('main', user.role).map(({ path: to, label }) => (
            <a key={to} href={to} aria-current={withSlash(path) === withSlash(to) ? 'page' : undefined}>
              {label}
            </a>
          ))}
        </nav>
        <p class="user">
          <span>
            {user.name} <small>({roleNames[user.role]})</small>
          </span>
          <Button onClick={signOut}>Đăng xuất</Button>
        </p>
      </div>
    </header>
  );
};
