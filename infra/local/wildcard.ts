/** Characters that mean something in a regular expression. `RegExp.escape` needs Node 24, and the portal starts on 22 too. */
const special = /[\\^$.*+?()[\]{}|]/g;
const wildcards: Readonly<Record<string, string>> = { '*': '.*', '?': '.' };

/**
 * Whole texts that a pattern of AWS matches: `*` is any text, slashes too, and `?` is one character.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesCacheBehavior.html#DownloadDistValuesPathPattern
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html#reference_policies_elements_resource_wildcards
 */
export const wildcard = (pattern: string): RegExp =>
  new RegExp(`^${pattern.replace(special, (character) => wildcards[character] ?? `\\${character}`)}$`, 's');
