import { RefusedCall } from '../../../../shared/api/client.ts';
import { explainFailure } from '../api/failure.ts';
import { SessionEnded } from '../session/session-ended.ts';
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

const unreadable = 'Không đọc được tệp này. Hãy chọn lại ảnh.';
const refusedByStorage = 'Kho ảnh không nhận tệp này. Hãy chọn ảnh khác.';
const gone = 'Ảnh này vừa bị xóa khỏi kho. Bấm “Thử lại” để tải lên lần nữa.';

/** What an error in a step of an upload means for it. */
export const uploadFailure = (error: unknown, step: UploadStep): Failure => {
  if (error instanceof RefusedFile) return { is: 'refused', sentence: error.message };
  if (error instanceof UnsentForm) return unsentForm(error.status);
  if (error instanceof SessionEnded) return { is: 'signed-out' };
  if (error instanceof RefusedCall) return refusedCall(error, step);
  // No answer; a file that cannot be read any more may have been moved or changed.
  return step === 'prepare' ? { is: 'refused', sentence: unreadable } : { is: 'lost' };
};

const mayPass = (status: number) => status >= 500 || status === 408 || status === 429;

/** S3 answers 403 when the policy has expired, 400 for a file outside the policy: https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html */
const unsentForm = (status: number | null): Failure => {
  if (status === null || mayPass(status)) return { is: 'lost' };
  return status === 403 ? { is: 'unsent' } : { is: 'refused', sentence: refusedByStorage };
};

const refusedCall = (error: RefusedCall, step: UploadStep): Failure => {
  const { status } = error;
  if (mayPass(status)) return { is: 'lost' };
  if (status === 401) return { is: 'signed-out' };
  // The only state that `complete` refuses: nothing has been received.
  if (status === 409 && step === 'complete') return { is: 'unsent' };
  if (status === 404) return { is: 'refused', sentence: gone };
  const { sentence, fields } = explainFailure(error);
  const reasons = fields?.map(({ reason }) => `${reason}.`).join(' ');
  return status === 403 ? { is: 'stopped', sentence } : { is: 'refused', sentence: reasons || sentence };
};
