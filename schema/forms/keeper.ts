import { z } from 'zod';
import type { DeepReadonly } from './deep-readonly';

/** A resource that keeps a promise by standing there: a test looks for it in what is synthesized. */
export const keeperForm = z.strictObject({
  /** `account`: that of each account of `where`; accounts outside the organization have no such promise. */
  stack: z.enum(['management', 'log-archive', 'security', 'account', 'compliance']),
  /** Type and name, as in the JSON of the stack: `aws_cloudtrail.ai-data-events`. */
  resource: z
    .string()
    .max(200, 'must have at most 200 characters')
    .regex(/^aws_[a-z0-9_]+\.[A-Za-z0-9-]+$/, 'must be type.name of a resource of AWS'),
  /** `every`: one in each governed region, whose names end with it. @default 'home' */
  regions: z.enum(['home', 'every']).default('home'),
  /** The role of the account that it is in; of `account`, of the only one that it is about. @default - the account of the stack, or each */
  account: z.enum(['management', 'log-archive', 'security']).optional(),
  /** Texts that its configuration has. @default - it is enough that it is there */
  saying: z.array(z.string().min(1).max(1_000)).default([]),
});

export type Keeper = DeepReadonly<z.output<typeof keeperForm>>;
