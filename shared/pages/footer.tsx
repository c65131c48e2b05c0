import type { ComponentChildren } from 'preact';
import type { SiteSettings } from '../site/settings.ts';
import { SitePages } from './site-pages.tsx';
import { TrustBadge } from './trust-badge.tsx';

type Props = { site: SiteSettings; children: ComponentChildren };

/** The responsible person and their contact: required by a decree on every page of an agency. */
export const Footer = ({ site, children }: Props) => (
  <footer class="footer">
    <div class="frame">
      <div>
        <p class="agency">{site.name}</p>
        <p>Cơ quan chủ quản: {site.agency}</p>
        {site.responsible && <p>Chịu trách nhiệm nội dung: {site.responsible}</p>}
        {site.address && <p>Địa chỉ: {site.address}</p>}
        <Contact site={site} />
      </div>
      {children}
      <div>
        <SitePages pages={site.pages} />
        <TrustBadge badge={site.trustBadge} />
      </div>
    </div>
  </footer>
);

/** Telephone and e-mail as links. */
export const Contact = ({ site }: { site: SiteSettings }) => (
  <>
    {site.telephone && (
      <p>
        Điện thoại: <a href={`tel:${site.telephone.replace(/[^\d+]/g, '')}`}>{site.telephone}</a>
      </p>
    )}
    {site.email && (
      <p>
        Thư điện tử: <a href={`mailto:${site.email}`}>{site.email}</a>
      </p>
    )}
  </>
);
