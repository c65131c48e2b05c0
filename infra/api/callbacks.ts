/** The address of the console, below the portal's origin. Managed login leads back to it after sign-in and sign-out. */
export const consolePath = '/quan-tri/';

/**
 * Where managed login leads back to for `npm run token`: the command listens on the first free port of them. Cognito compares the whole
 * address, port included, and takes http for no other host than `localhost`, `127.0.0.1` and `[::1]`. The address is preferred to the
 * name, which can lead elsewhere (RFC 8252, 8.3).
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-userpoolclient.html#cfn-cognito-userpoolclient-callbackurls
 */
export const commandCallbacks = [8817, 8818, 8819].map((port) => `http://127.0.0.1:${port}/`);
