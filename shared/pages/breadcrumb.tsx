/** A page in the breadcrumb. */
export type Place = { path: string; name: string };

/** The breadcrumb: the home page, and optionally one page between it and this one. */
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
