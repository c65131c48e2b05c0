import { describe, expect, test } from 'vitest';
import { userPoolClient } from '../../infra/local/sign-in/user-pool-client.ts';
import { localReferences } from '../../infra/local/template/local-references.ts';
import { resolver } from '../../infra/local/template/resolve.ts';
import { type Template, theOnly } from '../../infra/local/template/template.ts';
import { invitationDays } from '../../shared/people/invitation.ts';
import { templates } from '../support/templates.ts';

const portalUrl = 'http://127.0.0.1:3000';
const loopback = ['http://127.0.0.1:8817/', 'http://127.0.0.1:8818/', 'http://127.0.0.1:8819/'];
const resolvedBy = (template: Template) => resolver(localReferences(template, 'd111.cloudfront.example'));
const clientOf = (template: Template) =>
  resolvedBy(template)(theOnly(template, 'AWS::Cognito::UserPoolClient').Properties) as Record<
    string,
    unknown
  >;

describe.each(templates)('%s', (_, template, __, { domain, stage }) => {
  const consoleUrl = `https://${domain?.name ?? 'd111.cloudfront.example'}/quan-tri/`;

  test('leads back from managed login to the console of its own address, and to commands on the loopback', () => {
    expect(clientOf(template)).toMatchObject({
      CallbackURLs: [consoleUrl, ...loopback],
      LogoutURLs: [consoleUrl],
      AllowedOAuthFlows: ['code'],
      AllowedOAuthScopes: ['portal/staff'],
      GenerateSecret: false,
    });
  });

  test('invites by mail, with the name, the temporary password and the address', () => {
    const pool = resolvedBy(template)(theOnly(template, 'AWS::Cognito::UserPool').Properties) as {
      AdminCreateUserConfig: { InviteMessageTemplate: { EmailMessage: string } };
      Policies: unknown;
    };
    const { EmailMessage: mail } = pool.AdminCreateUserConfig.InviteMessageTemplate;
    for (const part of ['{username}', '{####}', ` ${consoleUrl} `]) expect(mail).toContain(part);
    expect(pool.Policies).toMatchObject({
      PasswordPolicy: { TemporaryPasswordValidityDays: invitationDays },
    });
  });

  test('lets nobody sign up, says nothing of who has an account, and in prod asks for a second factor', () => {
    expect(clientOf(template)).toMatchObject({ PreventUserExistenceErrors: 'ENABLED' });
    expect(theOnly(template, 'AWS::Cognito::UserPool').Properties).toMatchObject({
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
      EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
      MfaConfiguration: stage === 'prod' ? 'ON' : 'OPTIONAL',
      Policies: { PasswordPolicy: { MinimumLength: 12 } },
    });
  });

  test('has tokens of a quarter of an hour, and sessions of a working day that rotation does not extend', () => {
    expect(clientOf(template)).toMatchObject({
      AccessTokenValidity: 15,
      RefreshTokenValidity: 600,
      TokenValidityUnits: { AccessToken: 'minutes', RefreshToken: 'minutes' },
      RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 30 },
      EnableTokenRevocation: true,
      ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH'],
    });
  });
});

describe('the runner', () => {
  const [[, template] = []] = templates;
  /** Reads the client of the first portal with some properties changed. */
  const read = async (changes: Record<string, unknown> = {}) => {
    if (!template) throw new Error('There is no portal');
    const resources = template.resources.map((resource) =>
      resource.Type === 'AWS::Cognito::UserPoolClient'
        ? { ...resource, Properties: { ...resource.Properties, ...changes } }
        : resource,
    );
    const changed = { ...template, resources };
    const local = { issuer: portalUrl, portalUrl, dataDirectory: undefined, tokenLifetimeSeconds: undefined };
    return userPoolClient(changed, resolvedBy(changed), local);
  };

  test("takes its own origin for the portal's", async () => {
    expect(await read()).toMatchObject({
      callbackUrls: [`${portalUrl}/quan-tri/`, ...loopback],
      logoutUrls: [`${portalUrl}/quan-tri/`],
      refreshSeconds: 36_000,
      graceSeconds: 30,
      signer: { scope: 'portal/staff', lifetimeSeconds: 900 },
    });
  });

  test.each([
    ['http of another host', { CallbackURLs: ['http://hacvan.example/quan-tri/'] }],
    ['http of a host that only begins like the loopback', { CallbackURLs: ['http://127.0.0.1.example/'] }],
    ['a wildcard', { CallbackURLs: ['https://*.hacvan.example/quan-tri/'] }],
    ['a fragment', { CallbackURLs: ['https://hacvan.example/quan-tri/#a'] }],
    ['a path alone', { LogoutURLs: ['/quan-tri/'] }],
    ['rotation with REFRESH_TOKEN_AUTH', { ExplicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH'] }],
    ['rotation with the default flows', { ExplicitAuthFlows: undefined }],
    ['another grant', { AllowedOAuthFlows: ['implicit'] }],
  ])('refuses a client that Cognito refuses: %s', async (_, changes) => {
    await expect(read(changes)).rejects.toThrow();
  });

  test.each(['http://localhost:8817/', 'http://127.0.0.1:8817/', 'http://[::1]:8817/'])(
    'takes %s, as Cognito does',
    async (url) => {
      expect((await read({ CallbackURLs: [url] })).callbackUrls).toEqual([url]);
    },
  );
});
