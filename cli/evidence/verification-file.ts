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
  raw: z.array(reply).default([]),
  time: z.iso.datetime(),
});

const form = z.object({
  began: z.iso.datetime(),
  ended: z.iso.datetime(),
  calls: z.number(),
  findings: z.array(finding),
});

/** What `verify --json --raw` printed into a file, or why it is no such thing. */
export function readVerification(file: string): { readonly value: Verification } | { readonly problem: string } {
  try {
    const read = form.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    if (!read.success) {
      const [issue] = read.error.issues;
      return { problem: `${issue?.path.join('.')}: ${issue?.message}` };
    }
    const { findings, ...run } = read.data;
    return { value: { ...run, findings: findings.map((each) => ({ ...each, accountId: each.accountId })) } };
  } catch (error) {
    return { problem: (error as Error).message };
  }
}
