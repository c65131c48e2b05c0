import * as z from 'zod/mini';
import { functionArn } from '../template/local-references.ts';
import type { Resolve } from '../template/resolve.ts';
import { ofType, type Template } from '../template/template.ts';
import type { startLambda } from './lambda.ts';

/** https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html; cron expressions are not supported. */
const rate = z.string().check(z.regex(/^rate\(\d+ (?:minute|hour|day)s?\)$/));
const unitMs = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };
const ofEveryRule = { State: z.literal('ENABLED'), Targets: z.array(z.object({ Arn: z.string() })) };
/** A schedule, or a rule for events of AWS Backup, which does not run here. */
const rule = z.union([
  z.object({ ...ofEveryRule, ScheduleExpression: rate }),
  z.object({
    ...ofEveryRule,
    ScheduleExpression: z.optional(z.undefined()),
    EventPattern: z.object({ source: z.tuple([z.literal('aws.backup')]) }),
  }),
]);

type Settings = {
  template: Template;
  resolve: Resolve;
  functions: ReadonlyMap<string, Pick<ReturnType<typeof startLambda>, 'invoke'>>;
  log: (line: string) => void;
};

/** EventBridge: invokes functions at the rates of the template's rules. */
export const startSchedules = ({ template, resolve, functions, log }: Settings) => {
  const byArn = new Map([...functions].map(([id, made]) => [functionArn(id), made]));
  const timers = ofType(template, 'AWS::Events::Rule').flatMap(({ id, Properties }) => {
    const { ScheduleExpression, Targets } = rule.parse(resolve(Properties));
    if (ScheduleExpression === undefined) return [];
    const [, count = '', unit = ''] = /(\d+) (minute|hour|day)/.exec(ScheduleExpression) ?? [];
    const intervalMs = Number(count) * unitMs[unit as keyof typeof unitMs];
    return Targets.map(({ Arn }) => {
      const target = byArn.get(Arn);
      if (!target) throw new Error(`The rule ${id} has no function`);
      const call = () => target.invoke({}).catch((error) => log(`${id} failed: ${error}`));
      return setInterval(call, intervalMs);
    });
  });
  return {
    async stop() {
      for (const timer of timers) clearInterval(timer);
    },
  };
};
