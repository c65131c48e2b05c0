import { siteIdPattern } from '../shared/site-id.ts';
import { type Portal, stackName, stages, webAclStackId } from './stages.ts';

/** An ARN of ACM in the one Region that CloudFront takes certificates from. */
const certificateArn = /^arn:[a-z-]+:acm:us-east-1:\d{12}:certificate\/[\w-]+$/;
/** `ap-southeast-1`: https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html */
const regionName = /^[a-z]{2}(?:-[a-z]+)+-\d$/;
/** The longest that AWS Backup keeps a backup: https://docs.aws.amazon.com/aws-backup/latest/devguide/API_Lifecycle.html */
const maxRetentionDays = 36_500;

/** What is wrong with the backups of a portal. */
const backupProblem = ({ site, stage, env, ...portal }: Portal): string | null => {
  const { backupRetentionDays: days, backupCopyRegion: region } = portal;
  const name = stackName({ site, stage });
  if (days !== null && !(Number.isInteger(days) && days >= 1 && days <= maxRetentionDays)) {
    return `backupRetentionDays: ${name} needs a whole number of days from 1 to ${maxRetentionDays}, or null for no backups, not ${days}.`;
  }
  if (region === null) return null;
  if (!regionName.test(region)) {
    return `backupCopyRegion: ${name} needs the name of a Region as "ap-northeast-1", or null for no copies, not "${region}".`;
  }
  if (days === null) {
    return `backupCopyRegion: ${name} has no backups to copy to ${region}: set backupRetentionDays, or remove the Region.`;
  }
  if (env === undefined) {
    return `backupCopyRegion: ${name} needs an env with account and region: without it, ${region} could be its own Region.`;
  }
  if (env.region === region) {
    return `backupCopyRegion: ${name} is itself in ${region}: a copy needs another Region.`;
  }
  return null;
};

/** The ARN of a web ACL for CloudFront, with its account. */
const webAclArn = /^arn:[a-z-]+:wafv2:us-east-1:(\d{12}):global\/webacl\/[\w-]+\/[\w-]+$/;

const emailAddress = /^[^\s@,;]+@[^\s@,;]+\.[^\s@,;]+$/;

/** What is wrong with the portals of `stages.ts`, as a sentence; null when nothing is. Types are not checked when Node runs the file. */
export const portalProblem = (portals: readonly Portal[]): string | null => {
  const names = new Set<string>();
  const domains = new Set<string>();
  for (const portal of portals) {
    const { site, stage, domain, env, webAcl, operatorEmail, monthlyBudgetUsd } = portal;
    const name = stackName({ site, stage });
    if (!siteIdPattern.test(site)) {
      return `site: "${site}" must be up to 32 of a-z, 0-9 and single hyphens between them, without the words aws, amazon and cognito.`;
    }
    if (!Object.hasOwn(stages, stage)) {
      return `stage: "${stage}" of the site "${site}" must be one of ${Object.keys(stages).join(', ')}.`;
    }
    if (names.has(name)) {
      return `site: "${site}" is described twice in the stage "${stage}"; both would be the stack ${name}.`;
    }
    names.add(name);
    if (webAcl && webAcl.arn !== null) {
      const account = webAclArn.exec(webAcl.arn)?.[1];
      if (account === undefined || (env && env.account !== account)) {
        return `webAcl.arn: ${name} needs the ARN of a web ACL of its account in us-east-1, or null until ${webAclStackId(portal)} is deployed.`;
      }
    }
    const backups = backupProblem(portal);
    if (backups !== null) return backups;
    if (operatorEmail !== undefined && !emailAddress.test(operatorEmail)) {
      return `operatorEmail: "${operatorEmail}" of ${name} must be one e-mail address.`;
    }
    if (!(Number.isFinite(monthlyBudgetUsd) && monthlyBudgetUsd > 0)) {
      return `monthlyBudgetUsd: ${monthlyBudgetUsd} of ${name} must be a number of US dollars above 0.`;
    }
    if (domain === undefined) continue;
    if (!certificateArn.test(domain.certificateArn)) {
      return `domain.certificateArn: ${name} needs the ARN of an ACM certificate in us-east-1 for "${domain.name}".`;
    }
    if (domains.has(domain.name)) {
      return `domain.name: "${domain.name}" belongs to two portals; the second is ${name}.`;
    }
    domains.add(domain.name);
  }
  return null;
};
