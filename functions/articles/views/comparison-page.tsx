import type { Comparison } from '../../../shared/articles/compare.ts';
import { htmlDocument } from '../../../shared/pages/layout.tsx';
import { Minute } from '../../../shared/pages/time.tsx';

type Side = { version: number; title: string; at: string; by: string };
type Props = { before: Side; after: Side; found: Comparison };

const fieldNames: Record<string, string> = {
  title: 'Tiêu đề',
  category: 'Chuyên mục',
  summary: 'Tóm tắt',
  tags: 'Từ khóa',
  author: 'Tác giả',
  source: 'Nguồn',
  cover: 'Ảnh đại diện',
  gallery: 'Ảnh',
  oldUrls: 'Địa chỉ cũ',
};

/** Two revisions of an article side by side. Removed text is struck out, added text underlined, and both are announced to a screen reader. */
export const comparisonPage = ({ before, after, found }: Props): string =>
  htmlDocument(
    { title: `So sánh phiên bản ${before.version} và ${after.version}`, meta: [['robots', 'noindex']] },
    <main class="frame comparison">
      <h1>
        So sánh phiên bản {before.version} và {after.version}
      </h1>
      <p>
        Phiên bản {before.version}: {before.by}, <Minute at={before.at} />. Phiên bản {after.version}:{' '}
        {after.by}, <Minute at={after.at} />.
      </p>
      {found.fields.length > 0 && (
        <>
          <h2>Các trường đã đổi</h2>
          <dl>
            {found.fields.map(({ field, words, before: old, after: current }) => (
              <>
                <dt>{fieldNames[field] ?? field}</dt>
                <dd>
                  {words ? (
                    <Words words={words} />
                  ) : (
                    <>
                      <del>{JSON.stringify(old)}</del> <ins>{JSON.stringify(current)}</ins>
                    </>
                  )}
                </dd>
              </>
            ))}
          </dl>
        </>
      )}
      <h2>Nội dung</h2>
      {found.body.every(({ change }) => change === 'same') && <p>Nội dung không đổi.</p>}
      {found.body.map(({ words }) => (
        <p>
          <Words words={words} />
        </p>
      ))}
    </main>,
  );

const Words = ({ words }: { words: Comparison['body'][number]['words'] }) => (
  <>
    {words.map(({ change, text }) => {
      if (change === 'added') return <ins>{text}</ins>;
      return change === 'removed' ? <del>{text}</del> : text;
    })}
  </>
);
