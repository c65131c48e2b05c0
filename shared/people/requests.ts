import * as z from 'zod/mini';
import { role } from '../http/actor.ts';
import { line } from '../text/text-schemas.ts';
import { accountNameLimits, accountNamePattern } from './account-name.ts';

const { min, max } = accountNameLimits;
/** https://www.rfc-editor.org/errata/eid1690 */
const maxEmailLength = 254;

/** An address to which Cognito can send mail: ASCII, in lower case, so that two that are one are told apart by nothing. */
const email = z.pipe(
  z.pipe(
    z.string().check(z.maxLength(maxEmailLength, `Dài quá ${maxEmailLength} ký tự`)),
    z.transform((text: string) => text.trim().toLowerCase()),
  ),
  z.email('Không phải địa chỉ thư điện tử, dạng ten@coquan.gov.vn'),
);

const newAccountName = z
  .string()
  .check(
    z.refine(
      (name) => accountNamePattern.test(name) && name.length >= min && name.length <= max,
      `Từ ${min} đến ${max} chữ thường không dấu và chữ số, có thể có dấu chấm ở giữa: lan.tran`,
    ),
  );

export const inviteRequest = z.strictObject({
  fullName: line(100),
  email,
  role,
  /** By default made of the person's name. */
  name: z.optional(newAccountName),
});
export type InviteRequest = z.output<typeof inviteRequest>;

export const roleRequest = z.strictObject({ role });

/** The name of any account of a user pool. https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminGetUser.html */
export const accountName = z.string().check(z.regex(/^[\p{L}\p{M}\p{S}\p{N}\p{P}]{1,128}$/u));

/** Accounts of a page: what Cognito lists at most. https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ListUsers.html */
const maxPageSize = 60;
export const peopleQuery = z.strictObject({
  limit: z._default(
    z.pipe(
      z.string().check(z.regex(/^[1-9]\d?$/)),
      z.pipe(z.transform(Number), z.int().check(z.maximum(maxPageSize))),
    ),
    maxPageSize,
  ),
  cursor: z.optional(z.string()),
});
