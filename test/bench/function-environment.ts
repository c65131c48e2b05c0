import { join } from 'node:path';
import * as z from 'zod/mini';
import { firstStackId } from '../../infra/local/choose-portal.ts';
import { type Endpoints, lambdaEnvironment } from '../../infra/local/compute/aws-environment.ts';
import { localReferences } from '../../infra/local/template/local-references.ts';
import { resolver } from '../../infra/local/template/resolve.ts';
import type { Resource, Template } from '../../infra/local/template/template.ts';

/** No engine listens there. */
const unusedUrl = 'http://127.0.0.1:1';

const environmentProperties = z.object({ Variables: z.record(z.string(), z.string()) });

/** The first portal's template, in the directory of the synthesis. */
export const templateFile = (templateDirectory: string): string =>
  join(templateDirectory, `${firstStackId()}.template.json`);

/** A function's environment in a process of its own: the template's variables, resolved as on this machine, and the engines that are given. */
export const environmentOf = (
  { Properties }: Resource,
  template: Template,
  engines: Partial<Endpoints> = {},
): Record<string, string> => {
  const resolved = resolver(localReferences(template))(Properties.Environment);
  const none = {
    dynamodb: unusedUrl,
    s3: unusedUrl,
    sqs: unusedUrl,
    cloudfront: unusedUrl,
    cognito: unusedUrl,
  };
  return {
    ...lambdaEnvironment({ ...none, ...engines }),
    ...environmentProperties.parse(resolved).Variables,
  };
};
