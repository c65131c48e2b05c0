import type { SiteSettings } from '../../../../shared/site/settings.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { moved } from '../ui/moved.ts';
import { OrderList } from '../ui/order-list.tsx';

type Links = SiteSettings['links'];
type Props = {
  value: Links;
  errorOf: (field: string) => string | undefined;
  onChange: (links: Links) => void;
};

/** `shared/site/settings.ts` */
const limit = 30;

/** Links to other agencies, in the order of the box beside the news. */
export const LinksField = ({ value, errorOf, onChange }: Props) => (
  <fieldset class="site-group">
    <legend>Liên kết</legend>
    <p class="hint">Mục “Liên kết” ở cột bên của trang chủ, theo thứ tự dưới đây. Tối đa {limit} liên kết.</p>
    <OrderList
      items={value}
      keyOf={(_, index) => String(index)}
      labelOf={({ name }, index) => `liên kết ${name || index + 1}`}
      onMove={(from, to) => onChange([...moved(value, from, to)])}
      actionsOf={({ name }, index) => (
        <Button
          aria-label={`Bỏ liên kết ${name || index + 1}`}
          onClick={() => onChange(value.toSpliced(index, 1))}
        >
          Bỏ
        </Button>
      )}
    >
      {(link, index) => (
        <div class="site-pair">
          <Field label={`Tên liên kết ${index + 1}`} error={errorOf(`links.${index}.name`)}>
            {(ids) => (
              <input
                {...ids}
                maxLength={100}
                value={link.name}
                onInput={({ currentTarget }) =>
                  onChange(value.with(index, { ...link, name: currentTarget.value }))
                }
              />
            )}
          </Field>
          <Field label={`Địa chỉ liên kết ${index + 1}`} error={errorOf(`links.${index}.url`)}>
            {(ids) => (
              <input
                {...ids}
                type="url"
                maxLength={500}
                placeholder="https://"
                value={link.url}
                onInput={({ currentTarget }) =>
                  onChange(value.with(index, { ...link, url: currentTarget.value }))
                }
              />
            )}
          </Field>
        </div>
      )}
    </OrderList>
    {value.length < limit && (
      <Button onClick={() => onChange([...value, { name: '', url: '' }])}>Thêm liên kết</Button>
    )}
  </fieldset>
);
