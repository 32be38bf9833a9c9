import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Verification } from '../../live/finding';

const reply = z.object({ call: z.string(), output: z.unknown() });

const finding = z.object({
  id: z.string(),
  controls: z.array(z.string()),
  promise: z.string(),
  account: z.string(),
  accountId: z.string().optional(),
  region: z.string(),
  resource: z.string(),
  status: z.enum(['holds', 'differs', 'unknown']),
  expected: z.unknown(),
  found: z.unknown().optional(),
  deviations: z.array(z.object({ path: z.string(), expected: z.unknown().optional(), found: z.unknown().optional() })),
  reason: z.string().optional(),
  mend: z.string().optional(),
  /** `verify --json` alone leaves them out. */
  raw: z.array(reply).optional(),
  time: z.iso.datetime(),
});

const form = z.object({
  began: z.iso.datetime(),
  ended: z.iso.datetime(),
  accounts: z.array(z.string()),
  expectEmpty: z.literal(false, { error: 'is of a run that expects nothing any more: it shows no control' }),
  calls: z.number(),
  findings: z.array(finding),
});

/** What a file has of a verification, and what of a whole one it lacks. */
export interface FiledVerification {
  readonly value: Verification;
  readonly missing: readonly string[];
}

/** What `verify --json --raw` printed into a file, or why it is no such thing. */
export function readVerification(file: string): FiledVerification | { readonly problem: string } {
  try {
    const read = form.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    if (!read.success) {
      const [issue] = read.error.issues;
      return { problem: `${issue?.path.join('.')}: ${issue?.message}` };
    }
    const { findings, ...run } = read.data;
    const { accounts } = run;
    return {
      value: {
        ...run,
        findings: findings.map((each) => ({ ...each, accountId: each.accountId, raw: each.raw ?? [] })),
      },
      missing: [
        ...(accounts.length > 0 ? [`every account but ${accounts.join(', ')}: verify was run with --account`] : []),
        ...(findings.some(({ raw }) => raw === undefined)
          ? ['the replies of AWS behind the checks: verify was run without --raw']
          : []),
      ],
    };
  } catch (error) {
    return { problem: (error as Error).message };
  }
}
