import { useState } from 'preact/hooks';
import type { SettingsRevision } from '../../../../shared/site/settings-revision.ts';
import { useApi } from '../api/api-context.ts';
import { LoadingFailure } from '../api/loading-failure.tsx';
import { useLoaded } from '../api/use-loaded.ts';
import { Button } from '../ui/button.tsx';
import { useNotices } from '../ui/notices.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { timeInWords } from '../ui/time-in-words.ts';
import { changedFields, withRestored } from './changed-fields.ts';
import { RestoreSettingsDialog } from './restore-settings-dialog.tsx';
import { useSettings } from './use-settings.ts';

/** Revisions of one reply: settings are whole in each. */
const pageSize = 20;

/** Every saved state of the settings: who, when and what, and the way back to it. */
export const SiteHistoryPage = () => {
  const api = useApi();
  const { show } = useNotices();
  const { loaded: settings, save } = useSettings();
  const [cursor, setCursor] = useState<string | undefined>(undefined);
  const [chosen, setChosen] = useState<SettingsRevision | null>(null);
  const { loaded, reload } = useLoaded(
    () => api.call('GET /api/admin/settings/revisions', { query: { limit: String(pageSize), cursor } }),
    cursor ?? '',
  );

  const restore = async ({ settings: saved, version }: SettingsRevision): Promise<string | null> => {
    const result = await save((now) => withRestored(now, saved));
    if (result.kind === 'conflict') return result.sentence;
    if (result.kind === 'failed') {
      const reasons = result.failure.fields?.map(({ reason }) => `${reason}.`).join(' ');
      return `${result.failure.sentence} ${reasons ?? ''}`.trim();
    }
    setChosen(null);
    setCursor(undefined);
    reload();
    show({ kind: 'done', text: `Đã khôi phục thiết lập của phiên bản ${version}.` });
    return null;
  };

  return (
    <>
      <PageTitle title="Lịch sử thiết lập" />
      <p>
        <a href="/quan-tri/thong-tin-cong">Về thông tin cổng</a>
      </p>
      {loaded.kind === 'failed' && <LoadingFailure failure={loaded.failure} onRetry={reload} />}
      {loaded.kind === 'loaded' && (
        <>
          {loaded.value.body.items.length === 0 && <p>Thiết lập chưa được lưu lần nào.</p>}
          <ol class="revisions">
            {loaded.value.body.items.map((revision, index, all) => (
              <Revision
                key={revision.version}
                revision={revision}
                before={all[index + 1] ?? null}
                isNewest={index === 0 && cursor === undefined}
                canRestore={settings.kind === 'loaded'}
                onRestore={() => setChosen(revision)}
              />
            ))}
          </ol>
          {loaded.value.body.next && (
            <Button onClick={() => setCursor(loaded.value.body.next ?? undefined)}>Các lần lưu cũ hơn</Button>
          )}
        </>
      )}
      <RestoreSettingsDialog revision={chosen} onRestore={restore} onClose={() => setChosen(null)} />
    </>
  );
};

type Props = {
  revision: SettingsRevision;
  before: SettingsRevision | null;
  isNewest: boolean;
  canRestore: boolean;
  onRestore: () => void;
};

const Revision = ({ revision, before, isNewest, canRestore, onRestore }: Props) => (
  <li class="revision">
    <p>
      <strong>Phiên bản {revision.version}</strong> – {revision.by},{' '}
      {timeInWords(new Date(revision.at), new Date())}
    </p>
    <p>
      {/* The one before the last of a page is on the next page. */}
      {(before !== null || revision.version === 1) &&
        `Đã sửa: ${changedFields(before?.settings ?? null, revision.settings)}.`}{' '}
      {revision.note}
    </p>
    {isNewest ? (
      <p class="hint">Đang dùng</p>
    ) : (
      canRestore && (
        <Button aria-label={`Khôi phục phiên bản ${revision.version}`} onClick={onRestore}>
          Khôi phục
        </Button>
      )
    )}
  </li>
);
