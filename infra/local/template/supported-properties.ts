/** Properties of a resource type that the runner supports, and those that it ignores, with the reason. */
type Model = { supports: string; ignores: Record<string, string> };

const notNeededLocally = 'not needed on one machine';
const noBackups = 'nothing is backed up on one machine; `npm run restore-drill` stands in for it';
const tags = { Tags: 'for cost allocation only' };

/** Dots lead into a property; a name without dots includes all that is in it. */
export const supportedProperties: Record<string, Model> = {
  'AWS::DynamoDB::GlobalTable': {
    supports:
      'AttributeDefinitions BillingMode GlobalSecondaryIndexes KeySchema StreamSpecification TimeToLiveSpecification',
    ignores: {
      Replicas: 'one Region; no recovery or deletion protection',
      SSESpecification: 'no encryption at rest',
    },
  },
  'AWS::S3::Bucket': {
    supports: 'CorsConfiguration',
    ignores: {
      ...tags,
      AccessControl: 'only the distribution reads the bucket',
      BucketEncryption: 'no encryption at rest',
      LifecycleConfiguration: 'objects do not expire',
      LoggingConfiguration: 'no access log',
      OwnershipControls: 'one owner',
      PublicAccessBlockConfiguration: 'only the distribution reads the bucket',
      VersioningConfiguration: 'no object versions',
    },
  },
  'AWS::S3::BucketPolicy': {
    supports: '',
    ignores: { Bucket: notNeededLocally, PolicyDocument: notNeededLocally },
  },
  'AWS::Backup::BackupVault': {
    supports: '',
    ignores: { AccessPolicy: noBackups, BackupVaultName: noBackups, BackupVaultTags: tags.Tags },
  },
  'AWS::Backup::BackupPlan': {
    supports: '',
    ignores: { BackupPlan: noBackups, BackupPlanTags: tags.Tags },
  },
  'AWS::Backup::BackupSelection': {
    supports: '',
    ignores: { BackupPlanId: noBackups, BackupSelection: noBackups },
  },
  'AWS::Cognito::UserPool': {
    supports: 'AdminCreateUserConfig LambdaConfig.PostAuthentication UsernameConfiguration',
    ignores: {
      AccountRecoverySetting: 'accounts have no password',
      DeletionProtection: notNeededLocally,
      EmailVerificationMessage: 'no mail is sent',
      EmailVerificationSubject: 'no mail is sent',
      EnabledMfas: 'accounts have no second factor',
      MfaConfiguration: 'accounts have no second factor',
      Policies: 'accounts have no password',
      Schema: 'accounts have a name and an e-mail address, which the portal sets',
      SmsVerificationMessage: 'no message is sent',
      UserPoolTags: tags.Tags,
      UserPoolTier: 'affects only the price',
      VerificationMessageTemplate: 'no mail is sent',
    },
  },
  'AWS::Cognito::UserPoolGroup': {
    supports: 'GroupName',
    ignores: { Description: 'descriptive only', UserPoolId: 'only one exists' },
  },
  'AWS::Cognito::UserPoolResourceServer': {
    supports: 'Identifier Scopes',
    ignores: { Name: 'descriptive only', UserPoolId: 'only one exists' },
  },
  'AWS::Cognito::UserPoolClient': {
    supports:
      'AccessTokenValidity AllowedOAuthFlows AllowedOAuthScopes CallbackURLs EnableTokenRevocation ExplicitAuthFlows LogoutURLs RefreshTokenRotation RefreshTokenValidity TokenValidityUnits',
    ignores: {
      AllowedOAuthFlowsUserPoolClient: 'always on',
      GenerateSecret: 'clients are public',
      PreventUserExistenceErrors: 'the accounts are listed on the page',
      SupportedIdentityProviders: 'only one exists',
      UserPoolId: 'only one exists',
    },
  },
  'AWS::Cognito::UserPoolDomain': {
    supports: '',
    ignores: {
      Domain: 'the runner has its own address',
      ManagedLoginVersion: 'the runner has its own page',
      UserPoolId: 'only one exists',
    },
  },
  'AWS::Cognito::ManagedLoginBranding': {
    supports: '',
    ignores: {
      ClientId: 'the runner has its own page',
      UseCognitoProvidedValues: 'the runner has its own page',
      UserPoolId: 'only one exists',
    },
  },
  'AWS::Lambda::Function': {
    supports: 'Environment Handler MemorySize Timeout Runtime',
    ignores: {
      ...tags,
      Architectures: 'the bundles contain no native code',
      Code: 'the bundle is found by the metadata',
      EphemeralStorage: 'functions write to the temporary directory of this machine',
      LoggingConfig: 'log lines are kept in memory',
      ReservedConcurrentExecutions: 'each function has a thread of its own',
      Role: 'DynamoDB Local checks no policy; tests read the policies in the template',
      TracingConfig: 'no tracing',
    },
  },
  'AWS::Lambda::Permission': {
    supports: '',
    ignores: {
      Action: notNeededLocally,
      FunctionName: notNeededLocally,
      Principal: notNeededLocally,
      SourceArn: notNeededLocally,
    },
  },
  'AWS::IAM::Role': {
    supports: '',
    ignores: { ...tags, AssumeRolePolicyDocument: notNeededLocally, ManagedPolicyArns: notNeededLocally },
  },
  'AWS::IAM::Policy': {
    supports: 'PolicyDocument Roles',
    ignores: { PolicyName: notNeededLocally },
  },
  'AWS::Logs::LogGroup': {
    supports: '',
    ignores: { ...tags, RetentionInDays: 'logs are not persisted' },
  },
  'AWS::Events::Rule': {
    supports: 'EventPattern ScheduleExpression State Targets',
    ignores: tags,
  },
  'AWS::ApiGatewayV2::Api': { supports: 'ProtocolType', ignores: { ...tags, Name: 'descriptive only' } },
  'AWS::ApiGatewayV2::Integration': {
    supports: 'IntegrationType IntegrationUri PayloadFormatVersion',
    ignores: { ApiId: 'only one exists' },
  },
  'AWS::ApiGatewayV2::Authorizer': {
    supports: 'AuthorizerType IdentitySource JwtConfiguration',
    ignores: { ApiId: 'only one exists', Name: 'descriptive only' },
  },
  'AWS::ApiGatewayV2::Route': {
    supports: 'AuthorizationScopes AuthorizationType AuthorizerId RouteKey Target',
    ignores: { ApiId: 'only one exists' },
  },
  'AWS::ApiGatewayV2::Stage': {
    supports:
      'StageName RouteSettings DefaultRouteSettings.ThrottlingBurstLimit DefaultRouteSettings.ThrottlingRateLimit',
    ignores: {
      ...tags,
      AccessLogSettings: 'no access log',
      ApiId: 'only one exists',
      AutoDeploy: 'always on',
    },
  },
  'AWS::CloudFront::ResponseHeadersPolicy': {
    supports:
      'ResponseHeadersPolicyConfig.RemoveHeadersConfig ResponseHeadersPolicyConfig.CustomHeadersConfig.Items ResponseHeadersPolicyConfig.SecurityHeadersConfig.ContentSecurityPolicy ResponseHeadersPolicyConfig.SecurityHeadersConfig.ContentTypeOptions ResponseHeadersPolicyConfig.SecurityHeadersConfig.FrameOptions ResponseHeadersPolicyConfig.SecurityHeadersConfig.ReferrerPolicy ResponseHeadersPolicyConfig.SecurityHeadersConfig.StrictTransportSecurity',
    ignores: {
      'ResponseHeadersPolicyConfig.Comment': 'descriptive only',
      'ResponseHeadersPolicyConfig.Name': 'descriptive only',
    },
  },
  'AWS::CloudFront::CachePolicy': {
    supports:
      'CachePolicyConfig.DefaultTTL CachePolicyConfig.MaxTTL CachePolicyConfig.MinTTL CachePolicyConfig.ParametersInCacheKeyAndForwardedToOrigin',
    ignores: {
      'CachePolicyConfig.Comment': 'descriptive only',
      'CachePolicyConfig.Name': 'descriptive only',
    },
  },
  'AWS::CloudFront::Function': {
    supports: 'FunctionCode FunctionConfig.Runtime',
    ignores: {
      ...tags,
      AutoPublish: 'always on',
      'FunctionConfig.Comment': 'descriptive only',
      Name: 'descriptive only',
    },
  },
  'AWS::SQS::Queue': {
    supports: '',
    ignores: {
      ...tags,
      MessageRetentionPeriod: 'messages are not persisted',
      SqsManagedSseEnabled: 'no encryption at rest',
    },
  },
  'AWS::SQS::QueuePolicy': {
    supports: '',
    ignores: { PolicyDocument: notNeededLocally, Queues: notNeededLocally },
  },
  'AWS::CloudWatch::Alarm': {
    supports: '',
    ignores: {
      ...tags,
      AlarmActions: 'no alarms',
      AlarmDescription: 'no alarms',
      ComparisonOperator: 'no alarms',
      Dimensions: 'no alarms',
      EvaluateLowSampleCountPercentile: 'no alarms',
      EvaluationPeriods: 'no alarms',
      ExtendedStatistic: 'no alarms',
      MetricName: 'no alarms',
      Namespace: 'no alarms',
      OKActions: 'no alarms',
      Period: 'no alarms',
      Statistic: 'no alarms',
      Threshold: 'no alarms',
      TreatMissingData: 'no alarms',
    },
  },
  'AWS::CloudWatch::Dashboard': { supports: '', ignores: { ...tags, DashboardBody: 'no metrics' } },
  'AWS::Logs::MetricFilter': {
    supports: '',
    ignores: {
      FilterPattern: 'no metrics',
      LogGroupName: 'no metrics',
      MetricTransformations: 'no metrics',
    },
  },
  'AWS::SNS::Topic': { supports: '', ignores: tags },
  'AWS::SNS::TopicPolicy': {
    supports: '',
    ignores: { PolicyDocument: notNeededLocally, Topics: notNeededLocally },
  },
  'AWS::SNS::Subscription': {
    supports: '',
    ignores: { Endpoint: 'no alarms', Protocol: 'no alarms', TopicArn: 'no alarms' },
  },
  'AWS::Budgets::Budget': {
    supports: '',
    ignores: {
      Budget: 'nothing has a price',
      NotificationsWithSubscribers: 'nothing has a price',
      ResourceTags: tags.Tags,
    },
  },
  'AWS::Lambda::EventSourceMapping': {
    supports:
      'BatchSize BisectBatchOnFunctionError DestinationConfig EventSourceArn FilterCriteria FunctionName MaximumBatchingWindowInSeconds MaximumRecordAgeInSeconds MaximumRetryAttempts',
    ignores: {
      ...tags,
      StartingPosition: 'the cache starts empty, so earlier records do not matter',
    },
  },
  'AWS::CloudFront::OriginAccessControl': {
    supports: '',
    ignores: { OriginAccessControlConfig: notNeededLocally },
  },
  'AWS::CloudFront::Distribution': {
    supports:
      'DistributionConfig.Aliases DistributionConfig.CacheBehaviors DistributionConfig.CacheTagConfig DistributionConfig.CustomErrorResponses DistributionConfig.DefaultCacheBehavior DistributionConfig.OriginGroups DistributionConfig.Origins DistributionConfig.Enabled',
    ignores: {
      ...tags,
      'DistributionConfig.Comment': 'descriptive only',
      'DistributionConfig.HttpVersion': 'HTTP/1.1 only',
      'DistributionConfig.IPV6Enabled': 'listens on 127.0.0.1 only',
      'DistributionConfig.Logging': 'no access log',
      'DistributionConfig.PriceClass': 'affects only the price',
      'DistributionConfig.ViewerCertificate': 'no TLS on one machine',
      'DistributionConfig.WebACLId': 'no web ACL',
    },
  },
};
