import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';

const asvsVerdicts = ['met', 'not met', 'not applicable'] as const;

/** One requirement of levels 1 and 2, in our words: https://github.com/OWASP/ASVS/tree/v5.0.0/5.0 */
const asvsRow = z.object({
  id: z.string().check(z.regex(/^V\d+\.\d+\.\d+$/)),
  level: z.enum(['1', '2']),
  requirement: z.string().check(z.minLength(1)),
  verdict: z.enum(asvsVerdicts),
  /** Paths in this repository. */
  evidence: z.array(z.string()),
  note: z.string(),
});
export type AsvsRow = z.infer<typeof asvsRow>;

const header = 'id\tlevel\trequirement\tverdict\tevidence\tnote';

/** The rows of docs/asvs.tsv. Throws for one that has not its form. */
export const readAsvs = (): AsvsRow[] => {
  const text = readFileSync(join(import.meta.dirname, '../../docs/asvs.tsv'), 'utf8');
  const [first, ...lines] = text.trimEnd().split('\n');
  if (first !== header) throw new Error(`The first line of asvs.tsv is not “${header}”.`);
  return lines.map((line) => {
    const [id, level, requirement, verdict, evidence = '', note] = line.split('\t');
    return asvsRow.parse({
      id,
      level,
      requirement,
      verdict,
      evidence: evidence.split(' ').filter(Boolean),
      note,
    });
  });
};
