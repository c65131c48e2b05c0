import type { SiteSettings } from '../site/settings.ts';

/** The national certificate of trust, served by its register: https://tinnhiemmang.vn */
export const badgeOrigin = 'https://tinnhiemmang.vn';

/** The certificate, as its register has it embedded. */
export const TrustBadge = ({ badge }: { badge: SiteSettings['trustBadge'] }) =>
  badge && (
    <a class="badge" href={`${badgeOrigin}/danh-ba-tin-nhiem/${badge.page}`} rel="noopener">
      <img
        src={`${badgeOrigin}/handle_cert?id=${badge.domain}`}
        alt="Chứng nhận Tín nhiệm mạng"
        width={150}
        height={57}
        loading="lazy"
      />
    </a>
  );
