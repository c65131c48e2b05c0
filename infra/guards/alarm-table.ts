import { ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';

export type AlarmName =
  | 'ReaderErrors'
  | 'EditorErrors'
  | 'BackgroundErrors'
  | 'SlowReplies'
  | 'VisitsRefused'
  | 'InvalidationsLate'
  | 'DeadLetters'
  | 'CompactionStopped'
  | 'SearchIndexFull';

export type AlarmRow = {
  /** In the unit of the metric. */
  threshold: number;
  comparison: ComparisonOperator;
  periodMinutes: number;
  /** Periods in a row that breach the threshold. */
  periods: number;
  missingData: TreatMissingData;
  /** What it means for whom, and what to do; one e-mail has both languages. */
  vi: string;
  en: string;
};

const { GREATER_THAN_OR_EQUAL_TO_THRESHOLD: atLeast, LESS_THAN_THRESHOLD: below } = ComparisonOperator;
const { BREACHING, IGNORE, NOT_BREACHING } = TreatMissingData;

/** What readers or editors would feel, the worst first; `portal-metrics.ts` has the metric of each. */
export const alarmTable: Record<AlarmName, AlarmRow> = {
  ReaderErrors: {
    threshold: 5,
    comparison: atLeast,
    periodMinutes: 5,
    periods: 1,
    missingData: NOT_BREACHING,
    vi: 'Người đọc gặp trang báo lỗi: ít nhất 5 yêu cầu thất bại trong 5 phút. Trang đã lưu ở CloudFront vẫn xem được. Mở nhật ký truy cập của API, tìm dòng có status 5xx, rồi tìm requestId ấy trong nhật ký của hàm. Nếu vừa triển khai bản mới, hãy triển khai lại bản trước.',
    en: 'Readers get error pages: at least 5 requests failed in 5 minutes. Pages that CloudFront has cached still work. Find the lines with a status of 5xx in the access log of the API, then their requestId in the log of the function. After a deployment, deploy the version before it.',
  },
  EditorErrors: {
    threshold: 2,
    comparison: atLeast,
    periodMinutes: 15,
    periods: 1,
    missingData: NOT_BREACHING,
    vi: 'Ban biên tập không lưu, không đăng hoặc không tải được: ít nhất 2 thao tác bị lỗi hệ thống trong 15 phút. Báo ban biên tập giữ trang soạn thảo mở (bản nháp còn trong trình duyệt), rồi tìm status 5xx có routeKey /api/admin/ trong nhật ký truy cập của API.',
    en: 'Editors cannot save, publish or load: at least 2 requests failed in 15 minutes. Tell them to keep the editor open (the browser keeps the draft), then find the lines with a status of 5xx and a routeKey of /api/admin/ in the access log of the API.',
  },
  BackgroundErrors: {
    threshold: 6,
    comparison: atLeast,
    periodMinutes: 15,
    periods: 1,
    missingData: NOT_BREACHING,
    vi: 'Việc chạy nền bị lỗi nhiều lần trong 15 phút: làm mới trang (cache-invalidator), chỉ mục tìm kiếm (search-compactor), bảng đọc nhiều (most-read), ghi lần đăng nhập (sign-in-recorder) hoặc bản lưu danh sách người dùng (people-export). Người đọc có thể thấy trang hoặc kết quả tìm kiếm cũ; bản lưu người dùng có thể đã cũ. Tìm dòng ERROR trong nhật ký của năm hàm này; các hàm tự chạy lại khi hết lỗi.',
    en: 'Background work failed several times in 15 minutes: invalidations (cache-invalidator), the search index (search-compactor), the most-read lists (most-read), recorded sign-ins (sign-in-recorder) or the export of people (people-export). Readers may see old pages or search results; the export of people may be old. Find the lines with the level ERROR in the logs of these five functions; they try again by themselves.',
  },
  SlowReplies: {
    threshold: 3_000,
    comparison: atLeast,
    periodMinutes: 5,
    periods: 3,
    missingData: NOT_BREACHING,
    vi: 'Cổng chậm: trong 15 phút, cứ 20 yêu cầu không có sẵn ở CloudFront thì hơn một yêu cầu phải chờ trên 3 giây. Người đọc và ban biên tập đều thấy chậm. Xem latencyMs theo routeKey trong nhật ký truy cập của API và trang tình trạng của AWS (Lambda, DynamoDB).',
    en: 'The portal is slow: for 15 minutes more than one in 20 requests that CloudFront had not cached took over 3 seconds. Readers and editors wait. Look at latencyMs by routeKey in the access log of the API, and at the AWS status page (Lambda, DynamoDB).',
  },
  VisitsRefused: {
    threshold: 100,
    comparison: atLeast,
    periodMinutes: 15,
    periods: 1,
    missingData: NOT_BREACHING,
    vi: 'Lượt truy cập không được đếm đủ: ít nhất 100 yêu cầu POST /api/visits bị từ chối trong 15 phút. Người đọc vẫn đọc bình thường. Status 429: cổng đông hơn hạn mức, hoặc có người gửi dồn dập; xem infra/api/throttles.ts. Status 400, 403: trang web khác hoặc chương trình gửi nhầm, không cần làm gì.',
    en: 'Visits are not all counted: at least 100 requests POST /api/visits were refused in 15 minutes. Readers notice nothing. Status 429: more readers than the throttle passes, or a flood; see infra/api/throttles.ts. Status 400 or 403: another site or a program sends them, and nothing has to be done.',
  },
  InvalidationsLate: {
    threshold: 5 * 60_000,
    comparison: atLeast,
    periodMinutes: 5,
    periods: 2,
    missingData: NOT_BREACHING,
    vi: 'Bài vừa đăng, sửa hoặc gỡ chưa hiện ra với người đọc đã hơn 5 phút. Xem lỗi trong nhật ký của hàm cache-invalidator và tình trạng CloudFront. Hàm thử lại trong 12 giờ; nếu cần gỡ bài gấp, hãy tạo invalidation /* trong CloudFront.',
    en: 'Readers have not seen published, corrected or withdrawn articles for over 5 minutes. Look at the log of the function cache-invalidator and at the status of CloudFront. The function tries again for 12 hours; if an article must go at once, create an invalidation of /* in CloudFront.',
  },
  DeadLetters: {
    threshold: 1,
    comparison: atLeast,
    periodMinutes: 1,
    periods: 1,
    missingData: NOT_BREACHING,
    vi: 'Một thay đổi của tin bài không tới được CloudFront: người đọc có thể thấy trang cũ đến một ngày. Tạo invalidation /* trong CloudFront, xem thông điệp trong hàng đợi DeadLetterQueue để biết lý do, rồi xóa thông điệp.',
    en: 'A change of the news did not reach CloudFront: readers may see old pages for up to a day. Create an invalidation of /* in CloudFront, read the message in the queue DeadLetterQueue for the reason, then delete it.',
  },
  CompactionStopped: {
    threshold: 1,
    comparison: below,
    periodMinutes: 15,
    periods: 2,
    missingData: BREACHING,
    vi: 'Chỉ mục tìm kiếm không được thu gọn trong 30 phút: hàm search-compactor không được gọi. Tìm kiếm còn đúng nhưng sẽ chậm dần. Kiểm tra lịch (EventBridge) của hàm còn bật và hàm không bị giới hạn số lần chạy đồng thời.',
    en: 'The search index has not been compacted for 30 minutes: the function search-compactor is not invoked. Search stays right and becomes slower. Check that its schedule (EventBridge) is enabled and that the function has concurrency left.',
  },
  SearchIndexFull: {
    threshold: 80,
    comparison: atLeast,
    periodMinutes: 60,
    periods: 1,
    // It has data only when a snapshot was written.
    missingData: IGNORE,
    vi: 'Chỉ mục tìm kiếm đã dùng 80 % dung lượng. Người đọc chưa thấy gì; khi đầy, tìm kiếm ngừng hoạt động. Tăng bộ nhớ và /tmp của hàm search theo docs/operations.md, mục “Room of the search index”.',
    en: 'The search index has used 80 % of its room. Readers notice nothing yet; when it is full, search stops. Give the function search more memory and /tmp: docs/operations.md, “Room of the search index”.',
  },
};
