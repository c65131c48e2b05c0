import * as z from 'zod/mini';
import { functionArn } from '../template/local-references.ts';
import type { Resolve } from '../template/resolve.ts';
import { ofType, type Template, theOnly } from '../template/template.ts';

const properties = z.object({
  AdminCreateUserConfig: z.object({
    AllowAdminCreateUserOnly: z.literal(true),
    InviteMessageTemplate: z.object({ EmailMessage: z.string(), EmailSubject: z.string() }),
  }),
  LambdaConfig: z.object({ PostAuthentication: z.string() }),
  UsernameConfiguration: z.object({ CaseSensitive: z.literal(false) }),
});
const group = z.object({ GroupName: z.string() });

/** The user pool of the template: its id, its groups, the function of its trigger by logical id, and its invitations. */
export const readUserPool = (template: Template, resolve: Resolve) => {
  const { id, Properties } = theOnly(template, 'AWS::Cognito::UserPool');
  const { AdminCreateUserConfig, LambdaConfig } = properties.parse(resolve(Properties));
  const trigger = ofType(template, 'AWS::Lambda::Function').find(
    (candidate) => functionArn(candidate.id) === LambdaConfig.PostAuthentication,
  );
  if (!trigger) throw new Error('The trigger of the user pool has no function');
  const { EmailSubject, EmailMessage } = AdminCreateUserConfig.InviteMessageTemplate;
  return {
    id,
    groups: ofType(template, 'AWS::Cognito::UserPoolGroup').map(
      (resource) => group.parse(resolve(resource.Properties)).GroupName,
    ),
    triggerId: trigger.id,
    /** The mail of an invitation, as text. Accounts here need no password. */
    invitation: (name: string): string =>
      [EmailSubject, EmailMessage]
        .join('\n')
        .replaceAll(/<br>/g, '\n')
        .replaceAll(/<[^>]+>/g, '')
        .replace('{username}', name)
        .replace('{####}', '(không cần trên máy này)'),
  };
};

/**
 * The event of a post authentication trigger.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-post-authentication.html
 */
export const postAuthenticationEvent = (
  userPoolId: string,
  clientId: string,
  { name, sub, attributes }: { name: string; sub: string; attributes: Record<string, string> },
) => ({
  version: '1',
  region: 'ap-southeast-1',
  userPoolId,
  userName: name,
  triggerSource: 'PostAuthentication_Authentication',
  callerContext: { awsSdkVersion: 'aws-sdk-unknown-unknown', clientId },
  request: { userAttributes: { sub, ...attributes }, newDeviceUsed: false },
  response: {},
});
