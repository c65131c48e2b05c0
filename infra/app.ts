import { App, Tags, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { PortalStack } from './portal-stack.ts';
import { stages } from './stages.ts';

const app = new App();
for (const stage of stages) {
  const stack = new PortalStack(app, `CongTin-${stage.name}`, stage);
  Tags.of(stack).add('project', 'cong-tin');
  Tags.of(stack).add('stage', stage.name);
}
// Every finding of cdk-nag is fixed, or acknowledged with a reason beside the resource; any other fails the synthesis.
Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
app.synth();
