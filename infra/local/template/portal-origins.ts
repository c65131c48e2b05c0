import * as z from 'zod/mini';
import type { Resolve } from './resolve.ts';
import { type Template, theOnly } from './template.ts';

const aliases = z.object({ Aliases: z._default(z.array(z.string()), []) });

/** The origins of the portal in the template. This machine has no certificate, and no domain points at it: `local` takes their place. */
export const portalOrigins = (template: Template, resolve: Resolve, local: string): string[] => {
  const { DistributionConfig } = theOnly(template, 'AWS::CloudFront::Distribution').Properties;
  const { Aliases } = aliases.parse(resolve(DistributionConfig));
  return [local.replace('http:', 'https:'), ...Aliases.map((alias) => `https://${alias}`)];
};
