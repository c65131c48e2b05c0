/** A page on the way from the front. */
export type Place = { path: string; name: string };

/** Where a page stands; the place between it and the front is left out where there is none. */
export const Breadcrumb = ({ place }: { place?: Place | undefined }) => (
  <nav class="breadcrumb" aria-label="Đường dẫn">
    <ol>
      {[{ path: '/', name: 'Trang chủ' }, ...(place ? [place] : [])].map(({ path, name }) => (
        <li>
          <a href={path}>{name}</a>
        </li>
      ))}
    </ol>
  </nav>
);
