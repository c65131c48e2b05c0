import { invalidField, PortalError } from '../../shared/errors.ts';

type AwsError = Error & { $metadata?: { httpStatusCode?: number } };

/** Throttles: https://docs.aws.amazon.com/cognito/latest/developerguide/quotas.html#category_operations */
const throttles = ['TooManyRequestsException', 'LimitExceededException', 'ThrottlingException'];

/** Refusals of Cognito that a person can do something about. */
const refusals: Readonly<Record<string, (cause: Error) => PortalError>> = {
  UserNotFoundException: (cause) => new PortalError('not_found', 'Không có tài khoản này.', { cause }),
  UsernameExistsException: () => invalidField('name', 'Tên đăng nhập này đã có người dùng'),
  UnsupportedUserStateException: (cause) =>
    new PortalError('wrong_state', 'Người này đã đăng nhập và đặt mật khẩu, nên không cần thư mời nữa.', {
      cause,
    }),
  CodeDeliveryFailureException: (cause) =>
    new PortalError('unavailable', 'The invitation could not be delivered', { cause }),
  UserNotConfirmedException: (cause) =>
    new PortalError('wrong_state', 'Người này chưa đăng nhập lần nào, nên chưa có mã xác thực.', { cause }),
};

/** An error of Cognito's API in the portal's words: `unavailable` without an answer or when throttled; mistakes of ours pass through. */
export const poolError = (error: unknown): unknown => {
  if (!(error instanceof Error) || error instanceof PortalError) return error;
  const refusal = refusals[error.name];
  if (refusal) return refusal(error);
  if (error.name === 'InvalidParameterException' && /email/i.test(error.message)) {
    return invalidField('email', 'Dịch vụ tài khoản không nhận địa chỉ này');
  }
  if (error.name === 'InvalidParameterException' && /pagination/i.test(error.message)) {
    return new PortalError('invalid_cursor', 'Hãy bắt đầu lại từ đầu danh sách.', { cause: error });
  }
  return isOutage(error)
    ? new PortalError('unavailable', 'The user pool did not answer', { cause: error })
    : error;
};

/** No reply, a server error, or a throttle. */
const isOutage = (error: AwsError) => {
  const status = error.$metadata?.httpStatusCode;
  const isNetwork = 'code' in error && typeof error.code === 'string' && error.code.startsWith('E');
  return (
    isNetwork ||
    throttles.includes(error.name) ||
    error.name === 'TimeoutError' ||
    (status !== undefined && status >= 500)
  );
};
