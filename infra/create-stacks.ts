import { type App, Tags } from 'aws-cdk-lib';
import { EdgeStack } from './edge-stack.ts';
import { PortalStack } from './portal-stack.ts';
import { type Portal, stackName } from './stages.ts';

/** Creates the stack of each portal, and one of what the portals of a stage share in an account and Region. */
export const createStacks = (app: App, portals: readonly Portal[]) => {
  const edgeStacks = new Map<string, EdgeStack>();
  const edgeStackOf = ({ stage, env }: Portal) => {
    const id = ['CongTinEdge', stage, env?.account, env?.region].filter(Boolean).join('-');
    const stack = edgeStacks.get(id) ?? new EdgeStack(app, id, { stage, ...(env && { env }) });
    edgeStacks.set(id, stack);
    Tags.of(stack).add('stage', stage);
    return stack;
  };
  Tags.of(app).add('project', 'cong-tin');
  for (const portal of portals) {
    const { policies } = edgeStackOf(portal);
    const stack = new PortalStack(app, stackName(portal), { portal, policies });
    Tags.of(stack).add('site', portal.site);
    Tags.of(stack).add('stage', portal.stage);
  }
};
