import type { SiteSettings } from '../../../../shared/site/settings.ts';
import { LoadingFailure } from '../api/loading-failure.tsx';
import { PictureField } from '../images/picture-field.tsx';
import { Button } from '../ui/button.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { AlertFields } from './alert-fields.tsx';
import { BadgeFields } from './badge-fields.tsx';
import { LinksField } from './links-field.tsx';
import { OpeningBalance } from './opening-balance.tsx';
import { withForm } from './site-form.ts';
import { SitePreview } from './site-preview.tsx';
import { TextField } from './text-field.tsx';
import { contactTextFields, emcTextField, siteTextFields, type TextFieldRow } from './text-field-table.ts';
import { useSettings } from './use-settings.ts';
import { useSiteForm } from './use-site-form.ts';

/** The settings of the site that surround the news, with a look at the page before they are saved. */
export const SitePage = () => {
  const { loaded, reload, save } = useSettings();
  return (
    <>
      <PageTitle title="Thông tin cổng" />
      <p>
        <a href="/quan-tri/thong-tin-cong/lich-su">Lịch sử thiết lập</a>
      </p>
      {loaded.kind === 'failed' && <LoadingFailure failure={loaded.failure} onRetry={reload} />}
      {loaded.kind === 'loaded' && <Site settings={loaded.value.settings} save={save} />}
    </>
  );
};

type Props = { settings: SiteSettings; save: ReturnType<typeof useSettings>['save'] };

const Site = ({ settings, save }: Props) => {
  const { form, set, errorOf, isChanged, isBusy, submit, discard } = useSiteForm(settings, save);
  const textField = (row: TextFieldRow) => (
    <TextField
      key={row.name}
      row={row}
      value={form[row.name]}
      error={errorOf(row.name)}
      onInput={(value) => set(row.name, value)}
    />
  );
  return (
    <div class="site-columns">
      <div>
        <fieldset class="site-group">
          <legend>Tên và trách nhiệm</legend>
          {siteTextFields.map(textField)}
        </fieldset>
        <fieldset class="site-group">
          <legend>Liên hệ</legend>
          {contactTextFields.map(textField)}
        </fieldset>
        <PictureField purpose="ảnh đầu trang" value={form.banner} onChange={(id) => set('banner', id)} />
        {errorOf('banner') && <p class="error">{errorOf('banner')}</p>}
        <AlertFields value={form.alert} errorOf={errorOf} onChange={(alert) => set('alert', alert)} />
        <LinksField value={form.links} errorOf={errorOf} onChange={(links) => set('links', links)} />
        <fieldset class="site-group">
          <legend>Chứng nhận và đo lường</legend>
          <BadgeFields value={form.badge} errorOf={errorOf} onChange={(badge) => set('badge', badge)} />
          {textField(emcTextField)}
        </fieldset>
        <div class="site-actions">
          <Button kind="primary" busy={isBusy} onClick={submit}>
            Lưu thiết lập
          </Button>
          {isChanged && <Button onClick={discard}>Bỏ thay đổi</Button>}
          <p role="status">{isChanged && 'Có thay đổi chưa lưu.'}</p>
        </div>
        <OpeningBalance />
      </div>
      <SitePreview site={withForm(settings, form)} now={new Date()} />
    </div>
  );
};
