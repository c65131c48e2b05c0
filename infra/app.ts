import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { portalProblem } from './check-portals.ts';
import { createStacks } from './create-stacks.ts';
import { portals } from './stages.ts';

const problem = portalProblem(portals);
if (problem !== null) {
  console.error(`infra/stages.ts: ${problem}`);
  process.exit(1);
}
const app = new App();
createStacks(app, portals);
// Every finding of cdk-nag is fixed, or acknowledged with a reason beside the resource; any other fails the synthesis.
Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
app.synth();
