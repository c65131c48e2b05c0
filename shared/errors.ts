/** Every refusal: the stable `code` for clients, its status, and a title for people. */
export const errorCodes = {
  malformed_request: { status: 400, title: 'Yêu cầu không đúng định dạng' },
  invalid_cursor: { status: 400, title: 'Con trỏ danh sách không hợp lệ' },
  unauthorized: { status: 401, title: 'Cần đăng nhập' },
  forbidden: { status: 403, title: 'Không có quyền thực hiện' },
  not_found: { status: 404, title: 'Không tìm thấy' },
  wrong_state: { status: 409, title: 'Trạng thái hiện tại không cho phép' },
  stale_version: { status: 412, title: 'Nội dung đã được người khác sửa' },
  payload_too_large: { status: 413, title: 'Dữ liệu gửi lên quá lớn' },
  invalid_fields: { status: 422, title: 'Có trường không hợp lệ' },
  invalid_image: { status: 422, title: 'Không dùng được tệp ảnh này' },
  precondition_required: { status: 428, title: 'Thiếu If-Match' },
  internal: { status: 500, title: 'Lỗi hệ thống' },
  unavailable: { status: 503, title: 'Hệ thống tạm thời gián đoạn' },
  overloaded: { status: 503, title: 'Đang có nhiều người truy cập' },
} as const;

export type ErrorCode = keyof typeof errorCodes;

/** A refused field: where (a JSON path such as `tags.2`) and why, for people. */
export type FieldError = { field: string; reason: string };

/** The one error class. `message` is shown to the client only below status 500; `cause` never is. */
export class PortalError extends Error {
  readonly code: ErrorCode;
  readonly fields: readonly FieldError[];
  /** Extra members of the problem document, e.g. the current version of a stale article. */
  readonly extra: Readonly<Record<string, unknown>>;

  constructor(
    code: ErrorCode,
    message: string,
    options: { fields?: readonly FieldError[]; extra?: Record<string, unknown>; cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause });
    this.name = 'PortalError';
    this.code = code;
    this.fields = options.fields ?? [];
    this.extra = options.extra ?? {};
  }
}

/** A refusal of one field. */
export const invalidField = (field: string, reason: string) =>
  new PortalError('invalid_fields', 'Hãy sửa các trường nêu tên rồi gửi lại.', {
    fields: [{ field, reason }],
  });
