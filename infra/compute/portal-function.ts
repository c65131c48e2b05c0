import { join } from 'node:path';
import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, LoggingFormat, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda';
import { type BundlingOptions, Charset, NodejsFunction, OutputFormat } from 'aws-cdk-lib/aws-lambda-nodejs';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { Stage } from '../stages.ts';

/** Ways to find credentials that Lambda never takes, for it hands them over in the environment: 130 KB of every bundle. */
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
  // The SDK of our lock file goes into the bundle: it loads faster than Lambda's own, and is the one that was tested.
  bundleAwsSDK: true,
  externalModules: unusedCredentialProviders,
  // Libraries that are still CommonJS ask for Node's modules by `require`, which an ES module lacks.
  banner: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);",
};

type Props = {
  stage: Stage;
  memoryMb: number;
  timeoutSeconds: number;
  environment: Record<string, string>;
  hasSharp?: true;
};

/** Puts sharp beside the bundle, in Lambda's architecture and not in that of this machine. */
const withSharp: BundlingOptions = {
  ...bundling,
  externalModules: [...unusedCredentialProviders, 'sharp'],
  commandHooks: {
    beforeBundling: () => [],
    beforeInstall: () => [],
    afterBundling: (_, outputDirectory) => [
      `"${process.execPath}" "${join(import.meta.dirname, 'sharp-for-lambda.ts')}" "${outputDirectory}"`,
    ],
  },
};

/** The function of `functions/{id}`, with a role and a log group of its own. */
export class PortalFunction extends Construct {
  readonly function: NodejsFunction;
  readonly role: Role;

  constructor(scope: Construct, id: string, props: Props) {
    super(scope, id);
    const { stage, memoryMb, timeoutSeconds, environment, hasSharp } = props;
    const logGroup = new LogGroup(this, 'Logs', {
      retention: stage.logRetentionDays satisfies RetentionDays,
      removalPolicy: stage.retainsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    this.role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    logGroup.grantWrite(this.role);

    this.function = new NodejsFunction(this, 'Function', {
      entry: `functions/${id}/index.ts`,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: memoryMb,
      timeout: Duration.seconds(timeoutSeconds),
      environment: { ...environment, POWERTOOLS_SERVICE_NAME: id },
      awsSdkConnectionReuse: false,
      tracing: Tracing.ACTIVE,
      loggingFormat: LoggingFormat.JSON,
      logGroup,
      role: this.role,
      bundling: hasSharp ? withSharp : bundling,
    });
    Validations.of(this.role).acknowledge({
      id: 'AwsSolutions-IAM5[Resource::*]',
      reason: 'X-Ray takes traces for no resource in particular: its two actions have no ARN to name.',
    });
  }
}
