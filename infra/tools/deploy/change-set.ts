import * as z from 'zod/mini';

/** What `aws cloudformation describe-change-set` prints of a change set. */
export const changeSet = z.object({
  Status: z.string(),
  StatusReason: z.optional(z.string()),
  Changes: z.array(
    z.object({
      ResourceChange: z.optional(
        z.object({
          Action: z.string(),
          LogicalResourceId: z.string(),
          ResourceType: z.string(),
          Replacement: z.optional(z.string()),
        }),
      ),
    }),
  ),
});
export type ChangeSet = z.infer<typeof changeSet>;

/** Types of resources that hold what no deployment can make again: items, files, accounts with their roles, copies and keys. */
const dataTypes = [
  'AWS::Backup::BackupVault',
  'AWS::Cognito::UserPool',
  'AWS::Cognito::UserPoolGroup',
  'AWS::DynamoDB::GlobalTable',
  'AWS::DynamoDB::Table',
  'AWS::KMS::Key',
  'AWS::S3::Bucket',
];

/**
 * What a change set would do to resources that hold data, a sentence each: replace, remove, or something that CloudFormation cannot say
 * before. A retained resource counts too: its data would stay, and the portal would be without them. `allowed` has logical ids.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_ResourceChange.html
 */
export const dataLosses = ({ Changes }: ChangeSet, allowed: readonly string[]): string[] =>
  Changes.flatMap(({ ResourceChange: change }) => {
    if (!change || !dataTypes.includes(change.ResourceType)) return [];
    const loss = lossOf(change);
    if (loss === null || allowed.includes(change.LogicalResourceId)) return [];
    return [`${change.LogicalResourceId} (${change.ResourceType}) ${loss}.`];
  });

const lossOf = ({ Action, Replacement }: { Action: string; Replacement?: string | undefined }) => {
  if (Action === 'Remove') return 'would be removed';
  if (Action === 'Add' || Action === 'Import') return null;
  // Of a modified resource only `False` says that it stays.
  if (Replacement === 'True') return 'would be replaced by an empty one';
  return Replacement === 'False' ? null : 'may be replaced by an empty one';
};

/**
 * Whether there is nothing to deploy: CloudFormation fails to make a change set without changes.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-updating-stacks-changesets-create.html
 */
export const isEmpty = ({ Status, StatusReason = '' }: ChangeSet): boolean =>
  Status === 'FAILED' && /didn't contain changes|No updates are to be performed/.test(StatusReason);
