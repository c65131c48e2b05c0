import { type App, Tags } from 'aws-cdk-lib';
import { BackupCopyStack } from './backup-copy-stack.ts';
import { EdgeStack } from './edge-stack.ts';
import { PortalStack } from './portal-stack.ts';
import { type Portal, stackName, webAclStackId } from './stages.ts';
import { WebAclStack } from './web-acl-stack.ts';

/**
 * Creates the stack of each portal, and those that the portals of a stage share in an account and Region: the policies of CloudFront, the
 * web ACL, and the vault for copies of backups.
 */
export const createStacks = (app: App, portals: readonly Portal[]) => {
  const edgeStacks = new Map<string, EdgeStack>();
  const edgeStackOf = ({ stage, env }: Portal) => {
    const id = ['CongTinEdge', stage, env?.account, env?.region].filter(Boolean).join('-');
    const stack = edgeStacks.get(id) ?? new EdgeStack(app, id, { stage, ...(env && { env }) });
    edgeStacks.set(id, stack);
    Tags.of(stack).add('stage', stage);
    return stack;
  };
  const webAclStacks = new Map<string, WebAclStack>();
  const createWebAcl = ({ stage, env }: Portal) => {
    const id = webAclStackId({ stage, ...(env && { env }) });
    const stack = webAclStacks.get(id) ?? new WebAclStack(app, id, { stage, ...(env && { env }) });
    webAclStacks.set(id, stack);
    Tags.of(stack).add('stage', stage);
  };
  const copyStacks = new Map<string, BackupCopyStack>();
  const copyStackOf = ({ stage, env, backupCopyRegion: region }: Portal) => {
    if (region === null || env === undefined) return null;
    const id = `CongTinBackupCopies-${stage}-${env.account}-${region}`;
    const stack = copyStacks.get(id) ?? new BackupCopyStack(app, id, { stage, account: env.account, region });
    copyStacks.set(id, stack);
    Tags.of(stack).add('stage', stage);
    return stack;
  };
  Tags.of(app).add('project', 'cong-tin');
  for (const portal of portals) {
    const { policies } = edgeStackOf(portal);
    if (portal.webAcl) createWebAcl(portal);
    const stack = new PortalStack(app, stackName(portal), { portal, policies, copies: copyStackOf(portal) });
    Tags.of(stack).add('site', portal.site);
    Tags.of(stack).add('stage', portal.stage);
  }
};
