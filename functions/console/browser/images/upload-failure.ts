import { RefusedCall } from '../../../../shared/api/client.ts';
import type { UploadStep } from './upload.ts';
import type { Failure } from './upload-state.ts';

/** A chosen file that cannot become a picture. The message is a sentence for whoever chose it. */
export class RefusedFile extends Error {}

/** A form that S3 did not take: by its status; null without an answer. */
export class UnsentForm extends Error {
  readonly status: number | null;

  constructor(status: number | null) {
    super(`S3 answered ${status ?? 'nothing'}`);
    this.name = 'UnsentForm';
    this.status = status;
  }
}

const signedOut = 'Phiên làm việc đã hết. Hãy đăng nhập lại rồi bấm “Thử lại”.';
const forbidden = 'Tài khoản của bạn chưa được phép đưa ảnh lên. Hãy hỏi quản trị viên.';
const unreadable = 'Không đọc được tệp này. Hãy chọn lại ảnh.';
const refusedByStorage = 'Kho ảnh không nhận tệp này. Hãy chọn ảnh khác.';
const gone = 'Ảnh này vừa bị xóa khỏi kho. Bấm “Thử lại” để tải lên lần nữa.';

/** What an error in a step of an upload means for it. */
export const uploadFailure = (error: unknown, step: UploadStep): Failure => {
  if (error instanceof RefusedFile) return { is: 'refused', sentence: error.message };
  if (error instanceof UnsentForm) return unsentForm(error.status);
  if (error instanceof RefusedCall) return refusedCall(error, step);
  // What `fetch` throws without an answer is a TypeError, whatever the reason: https://fetch.spec.whatwg.org/#fetch-method
  return step === 'prepare' ? { is: 'refused', sentence: unreadable } : { is: 'lost' };
};

/** S3 answers 403 when the policy has expired, 400 for a file outside the policy: https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html */
const unsentForm = (status: number | null): Failure => {
  if (status === 403) return { is: 'unsent' };
  return status === null || status >= 500 || isTemporary(status)
    ? { is: 'lost' }
    : { is: 'refused', sentence: refusedByStorage };
};

const isTemporary = (status: number) => status === 408 || status === 429;

const refusedCall = ({ status, message }: RefusedCall, step: UploadStep): Failure => {
  if (status >= 500 || isTemporary(status)) return { is: 'lost' };
  if (status === 401) return { is: 'stopped', sentence: signedOut };
  if (status === 403) return { is: 'stopped', sentence: forbidden };
  // The only state that `complete` refuses: nothing has been received.
  if (status === 409 && step === 'complete') return { is: 'unsent' };
  if (status === 404) return { is: 'refused', sentence: gone };
  return { is: 'refused', sentence: message };
};
