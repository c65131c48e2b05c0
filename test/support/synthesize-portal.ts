import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { createStacks } from '../../infra/create-stacks.ts';
import { readTemplates } from '../../infra/local/template/stack.ts';
import { type Portal, stackName } from '../../infra/stages.ts';

const context = {
  // No bundles, and no rules of the CDK's own, which take seconds: `synthesize` checks them.
  'aws:cdk:bundling-stacks': [],
  '@aws-cdk/core:validateAgainstDefaultRules': false,
  '@aws-cdk/core:defaultCrossStackReferences': 'strong',
};

/** Synthesizes a portal that is not in `stages.ts`, without bundles. */
export const synthesizePortal = async (portal: Portal) => {
  const outdir = await mkdtemp(join(tmpdir(), 'cong-tin-portal-'));
  try {
    const app = new App({ outdir, context });
    createStacks(app, [portal]);
    const stack = app.synth().getStackByName(stackName(portal));
    return {
      ...(await readTemplates(outdir, stackName(portal))),
      isTerminationProtected: stack.terminationProtection,
      warnings: stack.messages.filter(({ level }) => level === 'warning').map(({ entry }) => entry.data),
    };
  } finally {
    await rm(outdir, { recursive: true, force: true });
  }
};
