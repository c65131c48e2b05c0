import { join } from 'node:path';
import * as z from 'zod/mini';
import type { FunctionName } from '../../compute/function-table.ts';
import type { FunctionRole } from '../iam/function-roles.ts';
import { bucketDomain, issuerUrl, loginOrigin } from '../template/local-references.ts';
import { portalOrigins } from '../template/portal-origins.ts';
import type { Resolve } from '../template/resolve.ts';
import { bundleDirectory, functionName, ofType, type Resource, type Template } from '../template/template.ts';
import { startLambda } from './lambda.ts';

const properties = z.object({
  Handler: z.string(),
  MemorySize: z.int(),
  Timeout: z.int(),
  Environment: z.object({ Variables: z.record(z.string(), z.string()) }),
});

type Settings = {
  template: Template;
  resolve: Resolve;
  templateDirectory: string;
  /** Local origins: the portal's own (`http://127.0.0.1:3000`), the sign-in's and that of S3. */
  origins: { portal: string; signIn: string; s3: string };
  /** By logical id of the function. */
  roles: ReadonlyMap<string, FunctionRole>;
  /** Variables that Lambda and this machine add to each function's own. */
  environment: Record<string, string>;
  log: (line: string) => void;
  clock: () => number | null;
};

/** The functions of the template with their bundles, by logical id and by name. */
export const startFunctions = ({
  template,
  resolve,
  templateDirectory,
  origins,
  roles,
  environment,
  log,
  clock,
}: Settings) => {
  const local = localOrigins(template, resolve, origins);
  const read = ({ id, Properties }: Resource, resolved: Resolve) => {
    const { Role, Code, LoggingConfig, ...followed } = Properties;
    const { Environment, ...parsed } = properties.parse(resolved(followed));
    const AWS_ACCESS_KEY_ID = roles.get(id)?.accessKeyId ?? '';
    return { ...parsed, environment: { ...environment, AWS_ACCESS_KEY_ID, ...local(Environment.Variables) } };
  };
  const started = ofType(template, 'AWS::Lambda::Function').map((resource) => {
    const { Handler, MemorySize, Timeout, environment } = read(resource, resolve);
    const [file, exported = ''] = Handler.split('.');
    const lambda = startLambda({
      name: functionName(resource),
      bundle: join(templateDirectory, bundleDirectory(resource), `${file}.mjs`),
      exported,
      environment,
      memoryMb: MemorySize,
      timeoutSeconds: Timeout,
      onLog: log,
      clock,
    });
    return { id: resource.id, name: functionName(resource), resource, lambda };
  });
  return {
    byId: new Map(started.map(({ id, lambda }) => [id, lambda])),
    byName: Object.fromEntries(started.map(({ name, lambda }) => [name, lambda])) as Record<
      FunctionName,
      ReturnType<typeof startLambda>
    >,
    /** Gives every function the environment variables of the template as another resolver reads it. */
    configure(resolved: Resolve) {
      for (const { resource, lambda } of started) lambda.configure(read(resource, resolved).environment);
    },
    stop: async () => {
      await Promise.all(started.map(({ lambda }) => lambda.stop()));
    },
  };
};

/** This machine has no certificate, and no domain points at it: a variable with an origin of the portal gets the local one. */
const localOrigins = (template: Template, resolve: Resolve, { portal, signIn, s3 }: Settings['origins']) => {
  const idsOf = (type: string) => ofType(template, type).map(({ id }) => id);
  const local = new Map([
    ...portalOrigins(template, resolve, portal).map((origin) => [origin, portal] as const),
    ...idsOf('AWS::Cognito::UserPool').map((id) => [issuerUrl(id), signIn] as const),
    ...idsOf('AWS::Cognito::UserPoolDomain').map((id) => [loginOrigin(id), signIn] as const),
    ...idsOf('AWS::S3::Bucket').map((id) => [`https://${bucketDomain(id)}`, s3] as const),
  ]);
  return (variables: Record<string, string>) =>
    Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, local.get(value) ?? value]));
};
