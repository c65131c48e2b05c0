import { htmlDocument } from './layout.tsx';

type ErrorKind = 'internal' | 'unavailable' | 'overloaded';
type Props = { kind: ErrorKind; requestId: string };

const words: Record<ErrorKind, { title: string; heading: string; text: string }> = {
  internal: {
    title: 'Trang đang gặp sự cố',
    heading: 'Xin lỗi bạn',
    text: 'Trang gặp sự cố khi mở. Chúng tôi đã ghi nhận để sửa.',
  },
  unavailable: {
    title: 'Trang đang gặp sự cố',
    heading: 'Xin lỗi bạn',
    text: 'Trang tạm thời chưa mở được. Mời bạn thử lại sau ít phút.',
  },
  overloaded: {
    title: 'Đang có nhiều người truy cập',
    heading: 'Đang có nhiều người truy cập',
    text: 'Trang này chưa mở được vì quá nhiều người cùng truy cập. Mời bạn thử lại sau ít phút.',
  },
};

/** The page of an error on our side. It needs no data, and shows nothing but the request id. */
export const errorPage = ({ kind, requestId }: Props): string => {
  const { title, heading, text } = words[kind];
  return htmlDocument(
    { title, meta: [['robots', 'noindex']] },
    <main class="frame failure">
      <h1>{heading}</h1>
      <p>{text}</p>
      <p>
        {kind === 'overloaded' && (
          <>
            {/* biome-ignore lint/a11y/useValidAnchor: the address at which the reader is, with its query */}
            <a href="">Thử lại</a> ·{' '}
          </>
        )}
        <a href="/">Về trang chủ</a>
      </p>
      <p class="when">Mã yêu cầu: {requestId}</p>
    </main>,
  );
};
