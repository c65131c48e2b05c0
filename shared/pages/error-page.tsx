import { htmlDocument } from './layout.tsx';

type Props = { status: 500 | 503; requestId: string };

const words = {
  500: 'Trang gặp sự cố khi mở. Chúng tôi đã ghi nhận để sửa.',
  503: 'Trang tạm thời chưa mở được. Mời bạn thử lại sau ít phút.',
};

/** The page of an internal error. It needs no data, and shows nothing but the request id. */
export const errorPage = ({ status, requestId }: Props): string =>
  htmlDocument(
    { title: 'Trang đang gặp sự cố', meta: [['robots', 'noindex']] },
    <main class="frame failure">
      <h1>Xin lỗi bạn</h1>
      <p>{words[status]}</p>
      <p>
        <a href="/">Về trang chủ</a>
      </p>
      <p class="when">Mã yêu cầu: {requestId}</p>
    </main>,
  );
