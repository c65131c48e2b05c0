/**
 * What people would type to find articles of the demonstration, by kind: the query, and the beginnings of the names of the files that
 * answer it.
 */
export const demoQueries: Record<string, readonly (readonly [query: string, ...files: string[]])[]> = {
  'with diacritics': [
    ['khởi công cải tạo chợ Hạc Vân', '2025-11-11'],
    ['Trung thu hồ Sen Trắng', '2025-10-03'],
    ['lịch tiếp công dân quý IV', '2025-10-22'],
    ['đăng ký khai sinh từ nhà', '2026-03-16'],
    ['phân loại rác tại nguồn', '2026-11-19'],
    ['diễn tập ứng phó bão và lũ quét', '2026-08-02'],
    ['cảnh báo cuộc gọi lừa đảo', '2026-01-16'],
    ['lịch cắt điện tháng 8', '2026-08-12'],
  ],
  'without diacritics': [
    ['khoi cong cai tao cho hac van', '2025-11-11'],
    ['tieu thuong quet ma qr', '2026-10-13'],
    ['tuyen sinh lop 1 va lop 6', '2026-06-18'],
    ['nuoc song lam van len nhanh', '2025-10-06'],
    ['duong cau may', '2026-03-25', '2026-05-26'],
    ['hoc hat do ben hac', '2026-06-25'],
    ['lay y kien quy hoach ven ho', '2026-06-29'],
    ['ngung cap nuoc', '2026-03-25'],
  ],
  'half and half': [
    ['chữa chay phố lo gom', '2025-12-13'],
    ['tiem vắc-xin cho tre', '2025-12-03'],
    ['kham sức khỏe nguoi cao tuổi', '2025-12-10'],
    ['tet Bính ngo hộ kho khăn', '2026-02-11'],
  ],
  'old and new tone placement': [
    ['khám sức khoẻ người cao tuổi', '2025-12-10'],
    ['bão và lũ quét huy động', '2026-08-02'],
    ['gia đình văn hoá tổ dân phố 5', '2026-11-18', '2026-04-22'],
    ['thuỷ văn sông Lam Vân lên nhanh', '2025-10-06'],
  ],
  'i and y': [
    ['tỉ đồng chợ Hạc Vân', '2025-11-11'],
    ['đăng kí khai sinh trực tuyến', '2026-03-16'],
    ['quí IV lịch tiếp công dân', '2025-10-22'],
    ['kì họp HĐND cuối năm', '2025-12-24'],
  ],
  'decomposed, in capitals': [
    ['khai giảng năm học mới'.normalize('NFD'), '2026-09-07'],
    ['LÀNG GỐM HẠC VÂN ĐỎ LỬA', '2026-02-12'],
    ['GẶP MẶT NHÀ GIÁO'.normalize('NFD'), '2026-11-20'],
  ],
  'a last word half typed': [
    ['thu gom rác cồng kề', '2026-11-16'],
    ['cắt tỉa trồng mới 320 câ', '2026-03-19'],
    ['tổ công nghệ số đến từng ng', '2025-11-07'],
    ['ra quân dọn sạch 2,3 km bờ k', '2026-04-11'],
  ],
  'in another order': [
    ['nhà giáo gặp mặt', '2026-11-20'],
    ['cây trồng mới cắt tỉa', '2026-03-19'],
    ['chúc Tết thăm người có công', '2026-02-05'],
    ['học sinh cổng trường an toàn giao thông', '2026-09-15'],
  ],
  'one letter wrong': [
    ['khởi cong cải tạp chợ Hạc Vân', '2025-11-11'],
    ['phan laoi rac tai nguon', '2026-11-19'],
    ['tuyển sihn lớp 1', '2026-06-18'],
    ['thanh toán không tiền mặt nộp phis', '2026-05-22'],
    ['diễn tập chữa cháyy', '2025-12-13'],
    ['đăng ký khai snh', '2026-03-16'],
  ],
  'names of people': [
    ['Tạ Thị Lụa', '2026-06-25'],
    ['dang van suu', '2025-12-10'],
    ['Phan Thị Diệu', '2026-04-20'],
    ['chu dinh ky', '2026-11-18'],
    ['Trịnh Quốc Bảo', '2026-09-15'],
    ['bế văn thắng', '2026-11-18'],
  ],
  'numbers and dates': [
    ['9.412 hồ sơ', '2026-01-13'],
    ['1.126 người cao tuổi', '2025-12-10'],
    ['2.038 học sinh', '2026-09-07'],
    ['20/11 nhà giáo', '2026-11-20'],
    ['186 quầy', '2025-11-11'],
    ['10/10 chuyển đổi số', '2026-10-12'],
  ],
  'a phrase in quotation marks': [
    ['"Mượn 1, trả 1"', '2026-04-20'],
    ['"rác cồng kềnh"', '2026-11-16'],
    ['“kỳ họp”', '2025-12-24'],
    ['"tăng huyết áp mới"', '2025-12-10'],
  ],
};
