import { Aws, Duration, Validations } from 'aws-cdk-lib';
import {
  AccountRecovery,
  CfnManagedLoginBranding,
  CfnUserPoolGroup,
  FeaturePlan,
  ManagedLoginVersion,
  Mfa,
  OAuthScope,
  ResourceServerScope,
  UserPool,
  type UserPoolClient,
  UserPoolOperation,
} from 'aws-cdk-lib/aws-cognito';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { PortalFunction } from '../compute/portal-function.ts';
import { removalPolicy } from '../data/removal-policy.ts';
import { type Portal, physicalName } from '../stages.ts';
import { commandCallbacks, consolePath } from './callbacks.ts';

/** The groups of the pool. The functions read them as roles (`shared/http/actor.ts`). */
const roles = {
  author: 'Writes drafts and sees their own',
  editor: 'Publishes and withdraws, sees every article',
  admin: 'Everything, and the settings of the site',
};

/** What the function of the staff's accounts calls: never a deletion, and nothing that sets a password. */
const administration = [
  'AdminAddUserToGroup',
  'AdminCreateUser',
  'AdminDeleteSoftwareToken',
  'AdminDisableUser',
  'AdminEnableUser',
  'AdminGetUser',
  'AdminListGroupsForUser',
  'AdminRemoveUserFromGroup',
  'AdminUserGlobalSignOut',
  'ListUsers',
  'ListUsersInGroup',
];

/** Days until a temporary password expires. */
const invitationDays = 3;

/** The mail to a new user. Cognito fills in `{username}` and `{####}`, the temporary password. */
const invitation = (consoleUrl: string) => ({
  emailSubject: 'Tài khoản quản trị cổng thông tin',
  emailBody: `<p>Bạn đã được cấp tài khoản quản trị cổng thông tin.</p>
<p>Tên đăng nhập: {username}<br>Mật khẩu tạm thời: {####}</p>
<p>Trong ${invitationDays} ngày tới, hãy đăng nhập tại ${consoleUrl} và đặt mật khẩu của riêng bạn.</p>`,
});

/** `origin` is where readers and staff open the portal. */
type Props = { portal: Portal; origin: string };

/** The user pool of the staff, with its groups, resource server and managed login. Admins invite; nobody signs up. */
export class StaffUserPool extends Construct {
  readonly pool: UserPool;
  readonly client: UserPoolClient;
  /** Where managed login and the token endpoint answer. */
  readonly loginOrigin: string;
  /** The scope that every admin route requires of an access token. */
  readonly scope: string;

  constructor(scope: Construct, id: string, { portal, origin }: Props) {
    super(scope, id);
    this.pool = new UserPool(this, 'Pool', {
      featurePlan: FeaturePlan.ESSENTIALS,
      selfSignUpEnabled: false,
      // By name, not by e-mail address: the name appears in the history of articles and never changes.
      signInAliases: { username: true },
      signInCaseSensitive: false,
      standardAttributes: { email: { required: true, mutable: true } },
      passwordPolicy: {
        minLength: 12,
        requireLowercase: true,
        requireUppercase: true,
        requireDigits: true,
        requireSymbols: true,
        tempPasswordValidity: Duration.days(invitationDays),
      },
      mfa: portal.secondFactor === 'required' ? Mfa.REQUIRED : Mfa.OPTIONAL,
      mfaSecondFactor: { otp: true, sms: false },
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      userInvitation: invitation(`${origin}${consolePath}`),
      deletionProtection: portal.isProtected ?? false,
      removalPolicy: removalPolicy(portal),
    });
    for (const [groupName, description] of Object.entries(roles)) {
      new CfnUserPoolGroup(this, groupName, { userPoolId: this.pool.userPoolId, groupName, description });
    }

    const staffScope = new ResourceServerScope({ scopeName: 'staff', scopeDescription: 'Admin API' });
    const server = this.pool.addResourceServer('Server', { identifier: 'portal', scopes: [staffScope] });
    this.scope = 'portal/staff';

    const consoleUrl = `${origin}${consolePath}`;
    this.client = this.pool.addClient('Console', {
      generateSecret: false,
      // Without a list there would be ALLOW_REFRESH_TOKEN_AUTH too, which excludes rotation. The token endpoint refreshes without it.
      // https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-refresh-token.html
      authFlows: { userSrp: true },
      oAuth: {
        flows: { authorizationCodeGrant: true },
        // No ID token, which takes `openid`: nobody reads it, and a computer whose clock is wrong would refuse it.
        scopes: [OAuthScope.resourceServer(server, staffScope)],
        callbackUrls: [consoleUrl, ...commandCallbacks],
        logoutUrls: [consoleUrl],
      },
      // API Gateway accepts a token until it expires: this is how long a person who was demoted or removed keeps their role.
      accessTokenValidity: Duration.minutes(15),
      // A working day: the next day begins with a sign-in. Rotation does not extend it.
      refreshTokenValidity: Duration.hours(10),
      // A reply that was lost on a bad line can be asked for again. The most that Cognito allows is 60 seconds.
      refreshTokenRotationGracePeriod: Duration.seconds(30),
      enableTokenRevocation: true,
      preventUserExistenceErrors: true,
    });

    const domain = this.pool.addDomain('Domain', {
      cognitoDomain: { domainPrefix: `${physicalName(portal)}-${Aws.ACCOUNT_ID}` },
      managedLoginVersion: ManagedLoginVersion.NEWER_MANAGED_LOGIN,
    });
    // Managed login serves no page for a client without a branding: https://docs.aws.amazon.com/cognito/latest/developerguide/managed-login-branding.html
    new CfnManagedLoginBranding(this, 'Branding', {
      userPoolId: this.pool.userPoolId,
      clientId: this.client.userPoolClientId,
      useCognitoProvidedValues: true,
    });
    this.loginOrigin = domain.baseUrl();

    acknowledgeFindings(this.pool, portal);
  }

  /** Lets a function change the accounts of this pool. */
  letAdminister(to: PortalFunction) {
    this.grant(to, administration);
  }

  /** Lets a function read the accounts of this pool. */
  letList(to: PortalFunction) {
    this.grant(to, ['ListUsers', 'ListUsersInGroup']);
  }

  private grant({ function: fn, role }: PortalFunction, actions: readonly string[]) {
    fn.addEnvironment('USER_POOL_ID', this.pool.userPoolId);
    role.addToPolicy(
      new PolicyStatement({
        actions: actions.map((action) => `cognito-idp:${action}`),
        resources: [this.pool.userPoolArn],
      }),
    );
  }

  /** Invokes a function after each sign-in. It must not need the pool, which needs it. */
  reportSignInsTo({ function: fn }: PortalFunction) {
    this.pool.addTrigger(UserPoolOperation.POST_AUTHENTICATION, fn);
  }
}

const acknowledgeFindings = (pool: UserPool, portal: Portal) => {
  Validations.of(pool).acknowledge({
    id: 'AwsSolutions-COG8',
    reason:
      'Threat protection needs the Plus plan, priced per user; a second factor protects these few accounts.',
  });
  if (portal.secondFactor === 'optional') {
    Validations.of(pool).acknowledge({
      id: 'AwsSolutions-COG2',
      reason: 'A stage for trying things out, without real content; prod requires the second factor.',
    });
  }
};
