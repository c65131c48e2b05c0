import type { Page } from 'playwright-core';

type DeskPicture = {
  /** Its file, without the extension. */
  name: string;
  account: 'author' | 'editor' | 'admin';
  path: string;
  /** Brings the page into the state that the picture shows. */
  prepare: (page: Page) => Promise<void>;
};

const title = 'Lịch thu gom rác cồng kềnh tháng 12';

const heading = (page: Page) => page.getByRole('heading', { level: 1 }).first().waitFor();

const view = (name: string, account: DeskPicture['account'], path: string): DeskPicture => ({
  name,
  account,
  path: `/quan-tri/${path}`,
  prepare: heading,
});

/** Writes an article that lacks a picture. */
const write = async (page: Page) => {
  await page.getByRole('link', { name: 'Viết bài mới' }).click();
  await page.getByLabel('Nội dung bài').waitFor();
  await page.getByLabel('Tiêu đề').fill(title);
  await page.getByLabel('Chuyên mục').selectOption({ label: 'Thông báo' });
  await page.getByLabel('Tóm tắt').fill('Xe của phường đến từng tổ dân phố vào sáng thứ Bảy.');
  await page.locator('.ProseMirror').click();
  await page.keyboard.type(
    'Đề nghị bà con để đồ ở đầu ngõ trước bảy giờ sáng. Xe không nhận vật liệu xây dựng.',
  );
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await page
    .getByText(/^Đã lưu lúc/)
    .first()
    .waitFor();
  await page.getByText(/^[1-9]\d* chữ/).waitFor();
  await page.evaluate('scrollTo(0, 0)');
};

/** The pictures of the guide, in the order in which they are taken: each finds what those before it have written. */
export const deskPictures: readonly DeskPicture[] = [
  { name: 'soan-bai', account: 'editor', path: '/quan-tri/', prepare: write },
  {
    name: 'dang-bai',
    account: 'editor',
    path: '/quan-tri/',
    prepare: async (page) => {
      await page.getByRole('link', { name: title }).first().click();
      const bar = page.getByRole('region', { name: 'Lưu và bàn giao' });
      await bar.getByRole('button', { name: 'Đăng ngay', exact: true }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  view('cong-viec', 'editor', ''),
  view('kho-anh', 'editor', 'anh'),
  view('so-lieu', 'editor', 'so-lieu'),
  view('quan-ly', 'admin', 'quan-ly'),
  view('thong-tin-cong', 'admin', 'thong-tin-cong'),
  view('trang-tinh', 'admin', 'trang'),
  view('chuyen-muc', 'admin', 'chuyen-muc'),
  view('tu-khoa', 'editor', 'the'),
  view('nguoi-dung', 'admin', 'nguoi-dung'),
  view('nhuan-but', 'editor', 'nhuan-but'),
  view('nhat-ky', 'admin', 'nhat-ky'),
  view('tinh-trang', 'admin', 'tinh-trang'),
];
