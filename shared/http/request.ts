import * as z from 'zod/mini';
import vi from 'zod/v4/locales/vi.js';
import { type FieldError, PortalError } from '../errors.ts';
import type { HttpEvent } from './event.ts';

z.config(vi());

/** Larger than any article (300 kB of body, which JSON escapes may double), far below Lambda's 6 MB. */
const bodyLimitBytes = 1_000_000;

/** The request's JSON body, parsed by a schema. Throws `payload_too_large`, `malformed_request` or `invalid_fields`. */
export const parseBody = <Schema extends z.ZodMiniType>(
  event: HttpEvent,
  schema: Schema,
  limitBytes = bodyLimitBytes,
): z.output<Schema> => {
  const bytes = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8');
  if (bytes.byteLength > limitBytes) {
    throw new PortalError('payload_too_large', `Tối đa ${limitBytes.toLocaleString('vi')} byte.`);
  }
  return parseFields(schema, bytes.byteLength === 0 ? {} : parseJson(bytes));
};

const parseJson = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new PortalError('malformed_request', 'Nội dung gửi lên không phải JSON (UTF-8).', { cause });
  }
};

/** The query string's parameters, parsed by a schema. Throws `invalid_fields`. */
export const parseQuery = <Schema extends z.ZodMiniType>(
  event: HttpEvent,
  schema: Schema,
): z.output<Schema> => parseFields(schema, event.queryStringParameters ?? {});

const limit = z._default(z.pipe(z.string().check(z.regex(/^[1-9]\d{0,2}$/)), z.transform(Number)), 20);

/** Parameters of every staff list: `limit` (20, at most 100) and `cursor`. */
export const pageQuery = {
  limit: z.pipe(limit, z.int().check(z.maximum(100))),
  cursor: z.optional(z.string()),
};

/** One path parameter. Throws `not_found`, because no resource has an invalid id. */
export const parsePath = <Schema extends z.ZodMiniType>(
  event: HttpEvent,
  name: string,
  schema: Schema,
): z.output<Schema> => {
  const parsed = schema.safeParse(event.pathParameters?.[name]);
  if (!parsed.success) throw new PortalError('not_found', 'Không có địa chỉ này.');
  return parsed.data;
};

/** The version in `If-Match: "7"`. Weak tags are accepted: CloudFront weakens tags when it compresses. */
export const ifMatch = (event: HttpEvent): number => {
  const header = event.headers['if-match'];
  if (!header) throw new PortalError('precondition_required', 'Hãy gửi If-Match với phiên bản đang sửa.');
  const version = /^(?:W\/)?"(0|[1-9][0-9]{0,8})"$/.exec(header)?.[1];
  if (!version) throw new PortalError('malformed_request', 'If-Match phải có dạng "7".');
  return Number(version);
};

/** Whether the client only creates: `If-None-Match: *` (https://www.rfc-editor.org/rfc/rfc9110#field.if-none-match). */
export const isCreateOnly = (event: HttpEvent): boolean => event.headers['if-none-match']?.trim() === '*';

const parseFields = <Schema extends z.ZodMiniType>(schema: Schema, input: unknown): z.output<Schema> => {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.flatMap(fieldErrors);
  throw new PortalError('invalid_fields', 'Hãy sửa các trường nêu tên rồi gửi lại.', { fields });
};

type Issue = z.core.$ZodIssue;

const fieldErrors = (issue: Issue): FieldError[] =>
  issue.code === 'unrecognized_keys'
    ? issue.keys.map((key) => ({
        field: [...issue.path, key].join('.'),
        reason: 'Trường không có trong quy định',
      }))
    : [{ field: issue.path.join('.'), reason: issue.message }];
