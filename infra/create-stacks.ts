import { type App, Tags } from 'aws-cdk-lib';
import { EdgeStack } from './edge-stack.ts';
import { PortalStack } from './portal-stack.ts';
import { type Portal, stackName, webAclStackId } from './stages.ts';
import { WebAclStack } from './web-acl-stack.ts';

/** Creates the stack of each portal, and those of what the portals of a stage share in an account and Region. */
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
  Tags.of(app).add('project', 'cong-tin');
  for (const portal of portals) {
    const { policies } = edgeStackOf(portal);
    if (portal.webAcl) createWebAcl(portal);
    const stack = new PortalStack(app, stackName(portal), { portal, policies });
    Tags.of(stack).add('site', portal.site);
    Tags.of(stack).add('stage', portal.stage);
  }
};
