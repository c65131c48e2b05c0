import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminDisableUserCommand,
  AdminGetUserCommand,
  AdminListGroupsForUserCommand,
  AdminRemoveUserFromGroupCommand,
  CognitoIdentityProviderClient,
  ListUsersCommand,
  ListUsersInGroupCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { afterAll, expect, test } from 'vitest';
import { localCredentials } from '../../../infra/local/compute/aws-environment.ts';
import { listen } from '../../../infra/local/listen.ts';
import { poolUsers } from '../../../infra/local/sign-in/pool-users.ts';
import { userPoolApi } from '../../../infra/local/sign-in/user-pool-api.ts';

const listener = await listen(0);
const directory = await mkdtemp(join(tmpdir(), 'people-'));
const invited: string[] = [];
const users = poolUsers(directory, new Date());
listener.open(
  userPoolApi({
    id: 'Pool',
    groups: ['author', 'editor', 'admin'],
    users,
    clock: () => new Date(),
    sendInvitation: ({ email }) => invited.push(email),
    endSessions: () => undefined,
  }),
);
const cognito = new CognitoIdentityProviderClient({ endpoint: listener.url, ...localCredentials });
afterAll(async () => {
  cognito.destroy();
  await listener.stop();
  await rm(directory, { recursive: true });
});

const UserPoolId = 'Pool';
const target = (Username: string) => ({ UserPoolId, Username });
const create = (Username: string, email = `${Username}@hacvan.example`) =>
  cognito.send(
    new AdminCreateUserCommand({
      ...target(Username),
      DesiredDeliveryMediums: ['EMAIL'],
      UserAttributes: [
        { Name: 'email', Value: email },
        { Name: 'email_verified', Value: 'true' },
        { Name: 'name', Value: 'Lan' },
      ],
    }),
  );

test.each<[string, () => Promise<unknown>, string]>([
  [
    'an unknown pool',
    () => cognito.send(new ListUsersCommand({ UserPoolId: 'Other' })),
    'ResourceNotFoundException',
  ],
  [
    'a page of 61',
    () => cognito.send(new ListUsersCommand({ UserPoolId, Limit: 61 })),
    'InvalidParameterException',
  ],
  [
    'an unknown token of a page',
    () => cognito.send(new ListUsersCommand({ UserPoolId, PaginationToken: 'x' })),
    'InvalidParameterException',
  ],
  ['an unknown user', () => cognito.send(new AdminGetUserCommand(target('nobody'))), 'UserNotFoundException'],
  [
    'a name with a space',
    () => cognito.send(new AdminGetUserCommand(target('a b'))),
    'InvalidParameterException',
  ],
  ['a taken name in capitals', () => create('ADMIN', 'a@hacvan.example'), 'UsernameExistsException'],
  ['what is no address', () => create('lan', 'lan'), 'InvalidParameterException'],
  [
    'a user without an address',
    () => cognito.send(new AdminCreateUserCommand({ ...target('lan'), DesiredDeliveryMediums: ['EMAIL'] })),
    'InvalidParameterException',
  ],
  [
    'an invitation of a user who has signed in',
    () =>
      cognito.send(
        new AdminCreateUserCommand({
          ...target('admin'),
          MessageAction: 'RESEND',
          DesiredDeliveryMediums: ['EMAIL'],
        }),
      ),
    'UnsupportedUserStateException',
  ],
  [
    'an unknown group',
    () => cognito.send(new AdminAddUserToGroupCommand({ ...target('admin'), GroupName: 'root' })),
    'ResourceNotFoundException',
  ],
])('refuses %s as Cognito does', async (_, call, name) => {
  await expect(call()).rejects.toMatchObject({ name, $metadata: { httpStatusCode: 400 } });
});

test('keeps users between starts, finds them without case and by sub, and in groups', async () => {
  const { User } = await create('Lan.Tran');
  expect([User?.UserStatus, invited]).toEqual(['FORCE_CHANGE_PASSWORD', ['Lan.Tran@hacvan.example']]);
  await cognito.send(new AdminAddUserToGroupCommand({ ...target('LAN.tran'), GroupName: 'editor' }));
  await cognito.send(new AdminDisableUserCommand(target('lan.tran')));
  const stored = poolUsers(directory, new Date()).find('lan.tran');
  expect(stored).toMatchObject({ isEnabled: false, groups: ['editor'] });
  const bySub = await cognito.send(new AdminGetUserCommand(target(stored?.sub ?? '')));
  expect([bySub.Username, bySub.Enabled]).toEqual(['lan.tran', false]);
  await cognito.send(new AdminRemoveUserFromGroupCommand({ ...target('lan.tran'), GroupName: 'editor' }));
  expect((await cognito.send(new AdminListGroupsForUserCommand(target('lan.tran')))).Groups).toEqual([]);
});

test('lists in pages, users and members of groups', async () => {
  const first = await cognito.send(new ListUsersCommand({ UserPoolId, Limit: 2 }));
  const rest = await cognito.send(
    new ListUsersCommand({ UserPoolId, Limit: 60, PaginationToken: first.PaginationToken }),
  );
  const names = [...(first.Users ?? []), ...(rest.Users ?? [])].map(({ Username }) => Username);
  expect(names).toEqual(users.all().map(({ name }) => name));
  expect(rest.PaginationToken).toBeUndefined();
  const members = await cognito.send(
    new ListUsersInGroupCommand({ UserPoolId, GroupName: 'admin', Limit: 1 }),
  );
  expect([members.Users?.map(({ Username }) => Username), members.NextToken]).toEqual([['admin'], undefined]);
});
