import { useEffect, useRef, useState } from 'preact/hooks';
import type { SiteSettings } from '../../../../shared/site/settings.ts';
import { useAnnounce } from '../ui/announcer.tsx';
import { useNotices } from '../ui/notices.tsx';
import { dropDraft, keepDraft, readDraft, resumeDraft } from './site-draft.ts';
import { formOf, isChanged, type SiteForm, withForm } from './site-form.ts';
import type { useSettings } from './use-settings.ts';

type Save = ReturnType<typeof useSettings>['save'];

/** The form of the site: what is typed, kept in this tab until it is saved, and the refusals of its fields. */
export const useSiteForm = (settings: SiteSettings, save: Save) => {
  const notices = useNotices();
  const announce = useAnnounce();
  const [form, setForm] = useState(() => {
    const draft = readDraft(sessionStorage);
    return draft ? resumeDraft(draft, formOf(settings)) : formOf(settings);
  });
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [isBusy, setBusy] = useState(false);
  const changed = isChanged(form, settings);
  useEffect(() => {
    if (changed) keepDraft(sessionStorage, { base: formOf(settings), form });
    else dropDraft(sessionStorage);
  }, [form, settings, changed]);
  useResumeNotice(changed, () => setForm(formOf(settings)));

  const submit = async () => {
    setBusy(true);
    const result = await save((current) => withForm(current, form));
    setBusy(false);
    setErrors({});
    if (result.kind === 'saved') {
      setForm(formOf(result.settings));
      notices.show({ kind: 'done', text: 'Đã lưu. Người đọc thấy thay đổi trong vài giây.' });
      return;
    }
    if (result.kind === 'conflict') {
      setForm(formOf(result.rebased));
      notices.show({ kind: 'problem', text: result.sentence });
      return;
    }
    const { sentence, fields = [] } = result.failure;
    setErrors(Object.fromEntries(fields.map(({ field, reason }) => [field, reason])));
    if (fields.length > 0) announce(sentence);
    notices.show({ kind: 'problem', text: sentence });
  };

  return {
    form,
    set: <Name extends keyof SiteForm>(name: Name, value: SiteForm[Name]) =>
      setForm((before) => ({ ...before, [name]: value })),
    errorOf: (field: string) => errors[field],
    isChanged: changed,
    isBusy,
    submit,
    discard: () => setForm(formOf(settings)),
  };
};

/** Says once that changes of an earlier visit were found, and offers to drop them. */
const useResumeNotice = (isResumed: boolean, onDrop: () => void) => {
  const { show } = useNotices();
  const wasResumed = useRef(isResumed);
  useEffect(() => {
    if (!wasResumed.current) return;
    show({
      kind: 'info',
      text: 'Thay đổi chưa lưu của lần trước vẫn còn đây.',
      action: { label: 'Bỏ thay đổi', run: onDrop },
    });
  }, []);
};
