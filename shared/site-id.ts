/**
 * The form of a site's id. It begins partition keys and cache tags and is part of physical names. The tightest of those is the
 * prefix of the sign-in domain, `cong-tin-{site}-{stage}-{account}`: 63 characters, without three words that Cognito reserves.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-assign-domain-prefix.html
 */
export const siteIdPattern = /^(?=.{1,32}$)(?!.*(?:aws|amazon|cognito))[a-z0-9]+(?:-[a-z0-9]+)*$/;
