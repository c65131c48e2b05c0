/** First path segments of routes and reserved ones, which no category may have. */
export const reservedSlugs: readonly string[] = [
  'admin',
  'api',
  'images',
  'luot-truy-cap',
  'ngay',
  'qua-tai',
  'quan-tri',
  'thang',
  'the',
  'tim-kiem',
  'trang',
  'xem-truoc',
];
