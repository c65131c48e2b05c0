import { RefusedCall } from '../../../../shared/api/client.ts';
import { SessionEnded } from '../session/session-ended.ts';

/** What kind of failure it is, for a view that goes on. */
export type FailureKind =
  | 'offline'
  | 'session'
  | 'forbidden'
  | 'missing'
  | 'state'
  | 'conflict'
  | 'invalid'
  | 'toobig'
  | 'busy'
  | 'server';
export type Failure = {
  kind: FailureKind;
  /** What happened and what to do, for people. */
  sentence: string;
  fields?: readonly { field: string; reason: string }[];
};

const offline: Failure = {
  kind: 'offline',
  sentence: 'Không kết nối được với máy chủ. Hãy kiểm tra mạng rồi thử lại.',
};
const session: Failure = {
  kind: 'session',
  sentence: 'Phiên làm việc đã hết. Hãy đăng nhập lại; những gì đã viết vẫn còn.',
};

/** Failures by status; the portal's own sentence comes first where it has one. */
const byStatus: Readonly<Record<number, Failure>> = {
  400: { kind: 'invalid', sentence: 'Máy chủ không hiểu yêu cầu. Hãy tải lại trang rồi thử lại.' },
  401: session,
  403: { kind: 'forbidden', sentence: 'Tài khoản này không được làm việc đó.' },
  404: { kind: 'missing', sentence: 'Không còn mục này: có thể người khác đã xóa.' },
  409: { kind: 'state', sentence: 'Trạng thái hiện tại không cho phép làm việc đó.' },
  412: { kind: 'conflict', sentence: 'Người khác vừa sửa mục này.' },
  413: { kind: 'toobig', sentence: 'Nội dung quá lớn để gửi.' },
  422: { kind: 'invalid', sentence: 'Có ô chưa đúng. Hãy sửa rồi thử lại.' },
  429: { kind: 'busy', sentence: 'Hệ thống đang bận. Hãy thử lại sau ít phút.' },
  503: { kind: 'busy', sentence: 'Hệ thống tạm thời gián đoạn. Hãy thử lại sau ít phút.' },
};
const server: Failure = {
  kind: 'server',
  sentence: 'Hệ thống gặp lỗi. Hãy thử lại; nếu vẫn vậy, hãy báo cho quản trị viên.',
};

/** A failed call in words. An error that no call throws is a mistake of ours: it passes through. */
export const explainFailure = (error: unknown): Failure => {
  if (error instanceof SessionEnded) return session;
  if (error instanceof RefusedCall) return explainRefusal(error);
  // What `fetch` throws when no reply came: https://fetch.spec.whatwg.org/#fetch-method
  if (error instanceof TypeError || (error instanceof DOMException && error.name === 'TimeoutError'))
    return offline;
  throw error;
};

const explainRefusal = ({ status, problem }: RefusedCall): Failure => {
  const failure = byStatus[status] ?? server;
  const { detail, errors } = problem;
  // API Gateway's own refusals have no sentence for people.
  const isOwn = problem.code !== undefined && status !== 401;
  return {
    kind: failure.kind,
    sentence: (isOwn && detail) || failure.sentence,
    ...(errors && { fields: errors }),
  };
};
