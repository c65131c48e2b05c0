import type { SiteSettings } from '../site/settings.ts';

/** The alert of the site, between its two moments. */
export const Alert = ({ alert, now }: { alert: SiteSettings['alert']; now: Date }) => {
  if (!alert || now < new Date(alert.from) || now >= new Date(alert.to)) return null;
  return (
    <section class="alert" aria-label="Cảnh báo">
      <p class="frame">
        <strong>Cảnh báo:</strong> {alert.text} {alert.url && <a href={alert.url}>Xem chi tiết</a>}
      </p>
    </section>
  );
};
