/** Word lists of the generated corpus: common words of a ward's news. Names of people and places are combined from parts and fictional. */
const list = (text: string) => text.trim().split(/\s*,\s*/);

export const familyNames = list(
  'Nguyễn, Trần, Lê, Phạm, Hoàng, Phan, Vũ, Đặng, Bùi, Đỗ, Hồ, Ngô, Dương, Lý, Đinh, Trịnh, Mai, Lương, Đào, Tô, Tạ, Hà, Cao, Quách, Thái, Chu, La, Kiều, Nghiêm, Lâm',
);
export const middleNames = list(
  'Văn, Thị, Minh, Ngọc, Hữu, Đức, Thanh, Quang, Xuân, Thu, Gia, Bảo, Kim, Hoài, Anh, Công, Đình, Bích, Tuấn, Hồng, Như, Trọng, Phương, Diệu, Khắc, Mạnh, Quốc, Thúy, Cẩm, Duy',
);
export const givenNames = list(
  'An, Ánh, Bách, Bình, Cúc, Châu, Chiến, Cường, Dung, Dũng, Duyên, Đạt, Điệp, Đông, Giang, Hà, Hải, Hạnh, Hằng, Hậu, Hiền, Hiếu, Hòa, Hoan, Huệ, Hùng, Hương, Huy, Khanh, Khôi, Lan, Liên, Linh, Loan, Long, Lộc, Lụa, Ly, Mai, Mơ, My, Nam, Nga, Ngân, Nghĩa, Nhàn, Nhung, Oanh, Phong, Phúc, Phượng, Quân, Quý, Quỳnh, Sâm, Sơn, Tâm, Thảo, Thắng, Thịnh, Thoa, Thủy, Tiến, Toàn, Trang, Trí, Trinh, Tú, Tuyết, Uyên, Vân, Việt, Vinh, Vượng, Xuyến, Yến',
);
export const placeFirst = list(
  'An, Bình, Cẩm, Đông, Tây, Nam, Bắc, Hạ, Thượng, Hải, Hòa, Hưng, Kim, Lam, Long, Lộc, Minh, Mỹ, Ninh, Ngọc, Phú, Phước, Quảng, Sơn, Tam, Tân, Thạch, Thanh, Thái, Thiên, Thuận, Tiên, Trung, Trường, Tứ, Vạn, Vân, Việt, Vĩnh, Xuân, Yên, Đại, Đức, Gia, Hoa, Liên, Nghĩa, Quế, Thọ, Trúc',
);
export const placeSecond = list(
  'An, Bàng, Bình, Cát, Châu, Chính, Dương, Đào, Điền, Đồng, Giang, Hà, Hải, Hồ, Hòa, Hội, Hưng, Khê, Khánh, La, Lạc, Lâm, Lập, Lĩnh, Lợi, Lương, Lý, Mai, Nghĩa, Nguyên, Nhân, Ninh, Phong, Phú, Quang, Sơn, Thắng, Thành, Thịnh, Thủy, Tiến, Trạch, Trì, Trung, Tường, Vân, Viên, Vũ, Xá, Xuân',
);
export const placeKinds = list(
  'phường, xã, thị trấn, tổ dân phố, thôn, khu phố, làng nghề, cụm công nghiệp, đường, phố, ngõ, cầu, chợ, hồ, đình, chùa, trường tiểu học, trường trung học cơ sở, trạm y tế, nhà văn hóa, bến xe, công viên, khu đô thị, cánh đồng, bãi bồi',
);
export const agencies = list(
  'Ủy ban nhân dân, Hội đồng nhân dân, Đảng ủy, Ủy ban Mặt trận Tổ quốc, Đoàn Thanh niên, Hội Liên hiệp Phụ nữ, Hội Nông dân, Hội Cựu chiến binh, Công an, Ban Chỉ huy quân sự, Trung tâm phục vụ hành chính công, Trạm Y tế, Hội Người cao tuổi, Hội Khuyến học, Hội Chữ thập đỏ, Đội trật tự đô thị, Ban Quản lý chợ, Công ty Điện lực, Xí nghiệp nước sạch, Hợp tác xã nông nghiệp, Ban Quản lý dự án, Chi cục Thuế, Phòng Giáo dục, Thư viện, Ban Thanh tra nhân dân',
);
export const verbs = list(
  'tổ chức, triển khai, kiểm tra, khảo sát, nghiệm thu, khởi công, khánh thành, tiếp nhận, bàn giao, hỗ trợ, trao tặng, công bố, thông báo, lấy ý kiến về, rà soát, xử lý, tháo dỡ, sửa chữa, nâng cấp, cải tạo, mở rộng, lắp đặt, di dời, trồng, chăm sóc, tuyên truyền, vận động, hướng dẫn, tập huấn, diễn tập, tổng kết, sơ kết, phát động, ra mắt, bình chọn, tôn vinh, khen thưởng, thu gom, phân loại, nạo vét, giải tỏa, đối thoại về, giám sát, thẩm định, phê duyệt, điều chỉnh, niêm yết, thu hồi, cấp đổi, đăng ký, truy quét, ngăn chặn, phòng chống, phát hiện, khắc phục, đo đạc, kiểm kê, thống kê, phun khử khuẩn, tiêm phòng, thăm hỏi, tiếp xúc về, bàn về, quán triệt, ký kết, đấu giá, cho thuê, chỉnh trang, bảo tồn, số hóa, phục dựng, trưng bày, giới thiệu, thi đua, phối hợp về',
);
export const nouns = list(
  'tuyến đường, vỉa hè, cống thoát nước, hệ thống chiếu sáng, đèn tín hiệu, bãi đỗ xe, nhà để xe, sân chơi, vườn hoa, cây xanh, hàng cây cổ thụ, bờ kè, đê bao, kênh mương, trạm bơm, hồ điều hòa, giếng làng, bể bơi, sân bóng, thư viện, tủ sách, lớp học, bếp ăn bán trú, phòng khám, tủ thuốc, xe cứu thương, thùng rác, điểm tập kết rác, lò đốt, nước thải, khói bụi, tiếng ồn, chó thả rông, dịch sốt xuất huyết, bệnh dại, cúm gia cầm, dịch tả lợn, sâu cuốn lá, rầy nâu, giống lúa, mạ khay, vụ đông, cây ăn quả, bưởi diễn, vải thiều, nhãn lồng, hoa cúc, cá lồng, tôm càng, đàn bò sữa, gà đồi, mật ong, chè xanh, nấm rơm, rau sạch, gạo nếp, bánh cuốn, nón lá, chiếu cói, gốm sứ, tranh dân gian, lụa tơ tằm, mây tre đan, hội chợ, phiên chợ quê, gian hàng, khách du lịch, nhà cổ, di tích, sắc phong, lễ hội, hội vật, hội đua thuyền, chèo cổ, quan họ, múa rối nước, ca trù, đờn ca, dân vũ, bóng chuyền, cầu lông, cờ tướng, giải chạy, hộ nghèo, người có công, người khuyết tật, trẻ mồ côi, học sinh giỏi, giáo viên, y bác sĩ, công nhân, ngư dân, tiểu thương, thanh niên nhập ngũ, đảng viên mới, căn cước công dân, giấy khai sinh, hộ chiếu, sổ đỏ, giấy phép xây dựng, đăng ký kết hôn, đăng ký tạm trú, bảo hiểm y tế, lương hưu, trợ cấp thất nghiệp, học bổng, học phí, thuế đất, lệ phí môn bài, hóa đơn điện tử, chữ ký số, dịch vụ công, tài khoản định danh, mã phản hồi nhanh, camera an ninh, loa truyền thanh, mạng không dây, máy tính bảng, phần mềm quản lý, bản đồ quy hoạch, quyết toán ngân sách, đấu thầu, đất nông nghiệp, đất xen kẹt, nhà ở xã hội, chung cư cũ, nhà tạm, nhà đại đoàn kết, công trình vi phạm, hành lang giao thông, bình chữa cháy, cửa hàng xăng dầu, quán karaoke, cơ sở giết mổ, nhà trọ, bến đò, phà ngang, cầu phao, tàu hút cát, pháo nổ, ma túy, tín dụng đen, cuộc gọi giả danh, trộm cắp xe máy, đua xe trái phép, cờ bạc, bạo lực gia đình, đuối nước, an toàn thực phẩm, tem truy xuất, quỹ vì người nghèo, quỹ khuyến học, quỹ đền ơn, hiến máu, hiến đất, ngày công, hũ gạo tình thương, bữa cơm bán trú, áo ấm, xe đạp, sổ tiết kiệm, suất quà',
);
export const adjectives = list(
  'xuống cấp, kiểu mẫu, liên thôn, nội đồng, công cộng, trọng điểm, mới, cũ, quá tải, an toàn, thân thiện, sáng xanh sạch, trái phép, tự phát, kéo dài, khẩn cấp, thường niên, đầu năm, cuối năm, mùa mưa bão, mùa khô, dịp Tết, dịp nghỉ lễ, ven sông, ven biển, trên cao, dưới chân cầu, trước cổng trường, ngoài giờ, trực tuyến, miễn phí, giá rẻ, đúng hạn, chậm tiến độ, vượt kế hoạch, theo chuẩn quốc gia, theo quy hoạch, đợt hai, giai đoạn cuối, lần thứ nhất, bị hư hỏng, chưa đủ hồ sơ, có nguy cơ sạt lở, không rõ nguồn gốc, được người dân đồng thuận, bằng vật liệu tái chế, do dân tự quản, cấp cơ sở, cấp tỉnh',
);
export const groups = list(
  'người cao tuổi, phụ nữ mang thai, trẻ dưới sáu tuổi, học sinh lớp một, học sinh cuối cấp, sinh viên, công nhân khu trọ, hộ cận nghèo, hộ kinh doanh, thân nhân liệt sĩ, cựu chiến binh, nông dân, ngư dân, người khiếm thị, người lao động tự do, cán bộ tổ dân phố, tân binh, hộ tái định cư, hội viên nghèo, đồng bào dân tộc, tiểu thương trong chợ, chủ nhà trọ, giáo viên mầm non, thợ thủ công, người mới chuyển đến',
);
export const purposes = list(
  'nhằm giảm ùn tắc giờ cao điểm, để kịp bàn giao trước mùa mưa, nhằm bảo đảm vệ sinh môi trường, để người dân đi lại thuận tiện, nhằm nâng cao ý thức cộng đồng, để chuẩn bị cho năm học, nhằm giữ gìn nghề truyền thống, để giảm giấy tờ phải nộp, nhằm phát hiện sớm ca bệnh, để không ai phải chờ lâu, nhằm thu hút khách phương xa, để trẻ em có chỗ vui chơi, nhằm răn đe các trường hợp cố tình, để tiết kiệm chi phí, nhằm chia sẻ khó khăn, để hoàn thành chỉ tiêu được giao, nhằm chủ động ứng phó thiên tai, để bảo vệ nguồn nước ngầm, nhằm lắng nghe phản ánh từ cơ sở, để sớm ổn định cuộc sống',
);
export const connectors = list(
  'Theo kế hoạch, Trước đó, Bên cạnh đó, Cùng ngày, Tại buổi làm việc, Qua kiểm tra, Thời gian tới, Nhờ vậy, Tuy nhiên, Đáng chú ý, Trong khi đó, Sau khi khảo sát, Hiện nay, Đến nay, Ngay trong tuần, Từ phản ánh của bà con, Theo thống kê, Ngoài ra, Dự kiến, Để thực hiện việc này',
);
export const comments = list(
  'cho biết, nói, đề nghị, nhấn mạnh, chia sẻ, lưu ý, mong muốn, khẳng định, giải thích, phản ánh, góp ý, yêu cầu',
);
export const judgements = list(
  'việc này không thể chậm thêm, bà con rất phấn khởi, nơi nào làm tốt sẽ được nhân rộng, còn nhiều điểm cần rút kinh nghiệm, kinh phí phải công khai đến từng hộ, mọi thắc mắc sẽ được trả lời trong tuần, cách làm cũ không còn phù hợp, chỗ nào vướng thì gỡ ngay tại chỗ, lực lượng còn mỏng so với địa bàn, kết quả bước đầu đáng ghi nhận, các bên cần ngồi lại với nhau, chưa có trường hợp nào khiếu nại, phải làm xong từng việc rồi mới sang việc khác, nên bắt đầu từ những hộ gương mẫu, mỗi tổ sẽ cử một người theo dõi',
);
export const offices = list(
  'ông, bà, anh, chị, Chủ tịch, Phó Chủ tịch, Bí thư, Trưởng ban, Tổ trưởng, Trưởng thôn, bác sĩ, cô giáo, thiếu tá, nghệ nhân, kỹ sư',
);
export const documents = list(
  'QĐ-UBND, KH-UBND, NQ-HĐND, TB-UBND, BC-UBND, CT-UBND, NQ/TW, NĐ-CP, TT-BTNMT, CV-STC',
);
export const units = list(
  'hộ, người, mét, tấn, héc ta, suất quà, triệu đồng, tỷ đồng, lượt, hồ sơ, ca, cây, chuyến, giờ',
);

/** Words and what articles call the same thing elsewhere. */
export const synonyms: readonly (readonly [word: string, synonym: string])[] = [
  ['tuyến đường', 'con đường'],
  ['sửa chữa', 'tu sửa'],
  ['nâng cấp', 'cải thiện'],
  ['hỗ trợ', 'giúp đỡ'],
  ['tổ chức', 'mở'],
  ['triển khai', 'thực hiện'],
  ['kiểm tra', 'rà soát'],
  ['học sinh', 'các em'],
  ['giáo viên', 'thầy cô'],
  ['hộ nghèo', 'gia đình khó khăn'],
  ['khánh thành', 'đưa vào sử dụng'],
  ['tuyên truyền', 'phổ biến'],
  ['khởi công', 'động thổ'],
  ['trao tặng', 'tặng'],
  ['phường', 'địa phương'],
  ['người cao tuổi', 'các cụ'],
  ['miễn phí', 'không thu tiền'],
  ['trái phép', 'không phép'],
];

/** Paragraphs that many articles end with. */
export const boilerplate = [
  'Ủy ban nhân dân phường đề nghị các tổ dân phố thông báo rộng rãi để người dân biết và thực hiện. Mọi ý kiến phản ánh xin gửi về bộ phận tiếp nhận và trả kết quả trong giờ hành chính.',
  'Chi tiết xem tại trang thông tin điện tử. Theo kế hoạch, các đơn vị liên quan có trách nhiệm phối hợp triển khai đúng tiến độ, báo cáo kết quả trước ngày cuối tháng để tổng hợp tin mới nhất.',
  'Người dân cần hướng dẫn làm thủ tục hành chính ở đâu, xin liên hệ trung tâm phục vụ hành chính công hoặc gọi đường dây nóng. Hôm nay và ngày mai đều có cán bộ trực.',
  'Phong trào toàn dân đoàn kết xây dựng đời sống văn hóa tiếp tục được các cấp ủy, chính quyền quan tâm lãnh đạo, chỉ đạo; học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh.',
  'Để phòng tránh lừa đảo, người dân không cung cấp mã xác thực, không chuyển tiền cho người lạ, không bấm vào đường liên kết lạ; làm sao để nhận biết xin xem thông báo của công an phường.',
];

/** Matters that no generated article is about, in words which it does not use. */
export const absentMatters = list(
  'giá vàng miếng, sân bay quốc tế, tên lửa đạn đạo, lãi suất ngân hàng, tàu ngầm hạt nhân, điện gió ngoài khơi, thuế quan đối ứng, đội tuyển bóng đá, chứng khoán phái sinh, bất động sản nghỉ dưỡng, trí tuệ nhân tạo, vệ tinh viễn thám, giải thưởng Nobel, hoa hậu hoàn vũ, ngoại hạng Anh, chip bán dẫn, xe tăng chiến đấu, núi lửa phun trào, sóng thần, động đất, cá voi mắc cạn, tê giác, khủng long, hóa thạch, kính thiên văn, tiểu hành tinh, du thuyền, trực thăng, lặn biển, trượt tuyết, đấu kiếm, quần vợt, cử tạ, võ sĩ quyền anh, nhạc giao hưởng, vũ kịch, phim hoạt hình, bom nguyên tử, thượng viện, quốc vương, giáo hoàng, dầu thô, khí đốt, than bùn, bông vải, cao su, hạt tiêu, sầu riêng, thanh long, ca cao, ghép tim, ung thư phổi, viêm gan, loãng xương, tiền ảo, sáp nhập doanh nghiệp, phá sản, kim cương, cướp biển, gián điệp',
);
