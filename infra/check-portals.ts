import { siteIdPattern } from '../shared/site-id.ts';
import { type Portal, stackName, stages } from './stages.ts';

/** An ARN of ACM in the one Region that CloudFront takes certificates from. */
const certificateArn = /^arn:[a-z-]+:acm:us-east-1:\d{12}:certificate\/[\w-]+$/;

const emailAddress = /^[^\s@,;]+@[^\s@,;]+\.[^\s@,;]+$/;

/** What is wrong with the portals of `stages.ts`, as a sentence; null when nothing is. Types are not checked when Node runs the file. */
export const portalProblem = (portals: readonly Portal[]): string | null => {
  const names = new Set<string>();
  const domains = new Set<string>();
  for (const { site, stage, domain, operatorEmail, monthlyBudgetUsd } of portals) {
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
