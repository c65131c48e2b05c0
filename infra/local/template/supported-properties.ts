/** The properties of a type of resource that the runner follows, and those that it ignores, with the reason. */
type Model = { follows: string; ignores: Record<string, string> };

const onlyInTheCloud = 'there is nothing to do on one machine';
const tags = { Tags: 'a name for the bill' };

/** Dots lead into a property; a name without dots includes all that is in it. */
export const supportedProperties: Record<string, Model> = {
  'AWS::DynamoDB::GlobalTable': {
    follows:
      'AttributeDefinitions BillingMode GlobalSecondaryIndexes KeySchema StreamSpecification TimeToLiveSpecification',
    ignores: {
      Replicas: 'one machine has one Region; recovery and deletion protection are the cloud’s',
      SSESpecification: 'the disk’s encryption is the machine’s',
    },
  },
  'AWS::S3::Bucket': {
    follows: '',
    ignores: {
      ...tags,
      AccessControl: 'nothing but the distribution reads a bucket here',
      BucketEncryption: 'the disk’s encryption is the machine’s',
      LifecycleConfiguration: 'nothing grows old enough here',
      LoggingConfiguration: 'logs of access are the cloud’s',
      OwnershipControls: 'there is one owner',
      PublicAccessBlockConfiguration: 'nothing but the distribution reads a bucket here',
      VersioningConfiguration: 'old versions of images are the cloud’s',
    },
  },
  'AWS::S3::BucketPolicy': {
    follows: '',
    ignores: { Bucket: onlyInTheCloud, PolicyDocument: onlyInTheCloud },
  },
  'AWS::Cognito::UserPool': {
    follows: '',
    ignores: {
      AccountRecoverySetting: 'demo accounts forget nothing',
      AdminCreateUserConfig: 'demo accounts are made by the runner',
      DeletionProtection: onlyInTheCloud,
      EmailVerificationMessage: 'no mail is sent',
      EmailVerificationSubject: 'no mail is sent',
      EnabledMfas: 'demo accounts have no second factor',
      MfaConfiguration: 'demo accounts have no second factor',
      Policies: 'demo accounts have no password',
      Schema: 'demo accounts have a name and a group',
      SmsVerificationMessage: 'no message is sent',
      UserPoolTags: tags.Tags,
      UserPoolTier: 'a matter of the bill',
      UsernameConfiguration: 'demo accounts are picked from a list',
      VerificationMessageTemplate: 'no mail is sent',
    },
  },
  'AWS::Cognito::UserPoolGroup': {
    follows: 'GroupName',
    ignores: { Description: 'words', UserPoolId: 'there is one' },
  },
  'AWS::Cognito::UserPoolResourceServer': {
    follows: 'Identifier Scopes',
    ignores: { Name: 'words', UserPoolId: 'there is one' },
  },
  'AWS::Cognito::UserPoolClient': {
    follows: 'AccessTokenValidity TokenValidityUnits AllowedOAuthScopes AllowedOAuthFlows CallbackURLs',
    ignores: {
      AllowedOAuthFlowsUserPoolClient: 'always so here',
      EnableTokenRevocation: 'no token is revoked here',
      GenerateSecret: 'a public client is all there is here',
      IdTokenValidity: 'the API takes access tokens only',
      LogoutURLs: 'the demo session ends with the browser',
      PreventUserExistenceErrors: 'the demo accounts are listed on the page',
      RefreshTokenValidity: 'a demo signs in again',
      SupportedIdentityProviders: 'there is one',
      UserPoolId: 'there is one',
    },
  },
  'AWS::Cognito::UserPoolDomain': {
    follows: '',
    ignores: {
      Domain: 'the runner’s own address',
      ManagedLoginVersion: 'the runner’s own page',
      UserPoolId: 'there is one',
    },
  },
  'AWS::Cognito::ManagedLoginBranding': {
    follows: '',
    ignores: {
      ClientId: 'the runner’s own page',
      UseCognitoProvidedValues: 'the runner’s own page',
      UserPoolId: 'there is one',
    },
  },
  'AWS::Lambda::Function': {
    follows: 'Environment Handler MemorySize Timeout Runtime',
    ignores: {
      ...tags,
      Architectures: 'bundles without native code run on any',
      Code: 'the bundle is where the metadata says',
      LoggingConfig: 'log lines are kept in memory',
      Role: 'DynamoDB Local checks no policy; tests read the policies in the template',
      TracingConfig: 'X-Ray is the cloud’s',
    },
  },
  'AWS::Lambda::Permission': {
    follows: '',
    ignores: {
      Action: onlyInTheCloud,
      FunctionName: onlyInTheCloud,
      Principal: onlyInTheCloud,
      SourceArn: onlyInTheCloud,
    },
  },
  'AWS::IAM::Role': { follows: '', ignores: { ...tags, AssumeRolePolicyDocument: onlyInTheCloud } },
  'AWS::IAM::Policy': {
    follows: '',
    ignores: { PolicyDocument: onlyInTheCloud, PolicyName: onlyInTheCloud, Roles: onlyInTheCloud },
  },
  'AWS::Logs::LogGroup': {
    follows: '',
    ignores: { ...tags, RetentionInDays: 'log lines end with the runner' },
  },
  'AWS::Events::Rule': {
    follows: 'ScheduleExpression State Targets',
    ignores: tags,
  },
  'AWS::ApiGatewayV2::Api': { follows: 'ProtocolType', ignores: { ...tags, Name: 'words' } },
  'AWS::ApiGatewayV2::Integration': {
    follows: 'IntegrationType IntegrationUri PayloadFormatVersion',
    ignores: { ApiId: 'there is one' },
  },
  'AWS::ApiGatewayV2::Authorizer': {
    follows: 'AuthorizerType IdentitySource JwtConfiguration',
    ignores: { ApiId: 'there is one', Name: 'words' },
  },
  'AWS::ApiGatewayV2::Route': {
    follows: 'AuthorizationScopes AuthorizationType AuthorizerId RouteKey Target',
    ignores: { ApiId: 'there is one' },
  },
  'AWS::ApiGatewayV2::Stage': {
    follows:
      'StageName RouteSettings DefaultRouteSettings.ThrottlingBurstLimit DefaultRouteSettings.ThrottlingRateLimit',
    ignores: {
      ...tags,
      AccessLogSettings: 'the access log is the cloud’s',
      ApiId: 'there is one',
      AutoDeploy: 'always so here',
    },
  },
  'AWS::CloudFront::ResponseHeadersPolicy': {
    follows:
      'ResponseHeadersPolicyConfig.RemoveHeadersConfig ResponseHeadersPolicyConfig.CustomHeadersConfig.Items ResponseHeadersPolicyConfig.SecurityHeadersConfig.ContentSecurityPolicy ResponseHeadersPolicyConfig.SecurityHeadersConfig.ContentTypeOptions ResponseHeadersPolicyConfig.SecurityHeadersConfig.FrameOptions ResponseHeadersPolicyConfig.SecurityHeadersConfig.ReferrerPolicy ResponseHeadersPolicyConfig.SecurityHeadersConfig.StrictTransportSecurity',
    ignores: { 'ResponseHeadersPolicyConfig.Comment': 'words', 'ResponseHeadersPolicyConfig.Name': 'words' },
  },
  'AWS::CloudFront::CachePolicy': {
    follows:
      'CachePolicyConfig.DefaultTTL CachePolicyConfig.MaxTTL CachePolicyConfig.MinTTL CachePolicyConfig.ParametersInCacheKeyAndForwardedToOrigin',
    ignores: {
      'CachePolicyConfig.Comment': 'words',
      'CachePolicyConfig.Name': 'words',
    },
  },
  'AWS::CloudFront::Function': {
    follows: 'FunctionCode FunctionConfig.Runtime',
    ignores: { ...tags, AutoPublish: 'always so here', 'FunctionConfig.Comment': 'words', Name: 'words' },
  },
  'AWS::SQS::Queue': {
    follows: '',
    ignores: {
      ...tags,
      MessageRetentionPeriod: 'messages end with the runner',
      SqsManagedSseEnabled: 'the disk’s encryption is the machine’s',
    },
  },
  'AWS::SQS::QueuePolicy': {
    follows: '',
    ignores: { PolicyDocument: onlyInTheCloud, Queues: onlyInTheCloud },
  },
  'AWS::CloudWatch::Alarm': {
    follows: '',
    ignores: {
      ...tags,
      AlarmDescription: 'nobody is called at night here',
      ComparisonOperator: 'nobody is called at night here',
      Dimensions: 'nobody is called at night here',
      EvaluationPeriods: 'nobody is called at night here',
      MetricName: 'nobody is called at night here',
      Namespace: 'nobody is called at night here',
      Period: 'nobody is called at night here',
      Statistic: 'nobody is called at night here',
      Threshold: 'nobody is called at night here',
      TreatMissingData: 'nobody is called at night here',
    },
  },
  'AWS::Lambda::EventSourceMapping': {
    follows:
      'BatchSize BisectBatchOnFunctionError DestinationConfig EventSourceArn FilterCriteria FunctionName MaximumBatchingWindowInSeconds MaximumRecordAgeInSeconds MaximumRetryAttempts',
    ignores: {
      ...tags,
      StartingPosition: 'the edge begins empty with each start: nothing before it matters',
    },
  },
  'AWS::CloudFront::OriginAccessControl': {
    follows: '',
    ignores: { OriginAccessControlConfig: onlyInTheCloud },
  },
  'AWS::CloudFront::Distribution': {
    follows:
      'DistributionConfig.CacheBehaviors DistributionConfig.CacheTagConfig DistributionConfig.CustomErrorResponses DistributionConfig.DefaultCacheBehavior DistributionConfig.OriginGroups DistributionConfig.Origins DistributionConfig.Enabled',
    ignores: {
      ...tags,
      'DistributionConfig.Comment': 'words',
      'DistributionConfig.HttpVersion': 'one machine speaks HTTP/1.1',
      'DistributionConfig.IPV6Enabled': 'the runner listens on 127.0.0.1 alone',
      'DistributionConfig.Logging': 'the access log is the cloud’s',
      'DistributionConfig.PriceClass': 'a matter of the bill',
    },
  },
};
