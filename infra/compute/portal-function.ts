import { join } from 'node:path';
import { Duration, Size, Validations } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, LoggingFormat, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda';
import { type BundlingOptions, Charset, NodejsFunction, OutputFormat } from 'aws-cdk-lib/aws-lambda-nodejs';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { removalPolicy } from '../data/removal-policy.ts';
import type { Portal } from '../stages.ts';
import type { FunctionName } from './function-table.ts';
import { reservedConcurrency } from './reserved-concurrency.ts';

/** Credential providers that Lambda never uses, because it sets credentials in the environment: 130 kB of every bundle. */
const unusedCredentialProviders = [
  ...['http', 'ini', 'login', 'process', 'sso', 'web-identity'].map(
    (source) => `@aws-sdk/credential-provider-${source}`,
  ),
  '@smithy/credential-provider-imds',
];

const bundling: BundlingOptions = {
  format: OutputFormat.ESM,
  target: 'node24',
  mainFields: ['module', 'main'],
  minify: true,
  charset: Charset.UTF8,
  loader: { '.css': 'text', '.inline.js': 'text' },
  // The SDK of the lock file loads faster than Lambda's own, and is the one that was tested.
  bundleAwsSDK: true,
  externalModules: unusedCredentialProviders,
  // CommonJS libraries load Node's modules by `require`, which an ES module lacks.
  banner: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);",
};

type Props = {
  portal: Portal;
  memoryMb: number;
  timeoutSeconds: number;
  temporaryMb?: number;
  environment: Record<string, string>;
  hasSharp?: true;
  fileBuild?: string;
};

/** Runs a script of the project that puts more files beside the bundle. */
const withScript = (script: string): BundlingOptions => ({
  ...bundling,
  commandHooks: {
    beforeBundling: () => [],
    beforeInstall: () => [],
    afterBundling: (projectRoot, outputDirectory) => [
      `"${process.execPath}" "${join(projectRoot, script)}" "${outputDirectory}"`,
    ],
  },
});

/** Copies sharp beside the bundle, built for Lambda's architecture. */
const withSharp: BundlingOptions = {
  ...withScript('infra/compute/sharp-for-lambda.ts'),
  externalModules: [...unusedCredentialProviders, 'sharp'],
};

/** The Lambda function of `functions/{id}`, with a role and a log group of its own. */
export class PortalFunction extends Construct {
  readonly function: NodejsFunction;
  readonly role: Role;

  constructor(scope: Construct, id: FunctionName, props: Props) {
    super(scope, id);
    const reserved = props.portal.reservesConcurrency ? reservedConcurrency[id] : undefined;
    const { portal, memoryMb, timeoutSeconds, temporaryMb, environment, hasSharp, fileBuild } = props;
    const logGroup = new LogGroup(this, 'Logs', {
      retention: portal.logRetentionDays satisfies RetentionDays,
      removalPolicy: removalPolicy(portal),
    });
    this.role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    logGroup.grantWrite(this.role);

    this.function = new NodejsFunction(this, 'Function', {
      entry: `functions/${id}/index.ts`,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: memoryMb,
      timeout: Duration.seconds(timeoutSeconds),
      ...(reserved !== undefined && { reservedConcurrentExecutions: reserved }),
      ...(temporaryMb !== undefined && { ephemeralStorageSize: Size.mebibytes(temporaryMb) }),
      environment: { ...environment, POWERTOOLS_SERVICE_NAME: id },
      awsSdkConnectionReuse: false,
      tracing: Tracing.ACTIVE,
      loggingFormat: LoggingFormat.JSON,
      logGroup,
      role: this.role,
      bundling: hasSharp ? withSharp : fileBuild ? withScript(fileBuild) : bundling,
    });
    Validations.of(this.role).acknowledge({
      id: 'AwsSolutions-IAM5[Resource::*]',
      reason: 'The two actions of X-Ray have no resource to name.',
    });
  }
}
