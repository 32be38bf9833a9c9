import { z } from 'zod';
import { kebabName, taggable, tagRule } from '../text';
import { workloadForm } from './ai';

/** Twelve digits: the id of an AWS account. */
const accountId = z.string().regex(/^\d{12}$/, 'must be twelve digits, as text');

/** Keys of 1 to 128 characters, values of up to 256, of the characters that AWS takes in a tag. */
export const tags = z.record(
  z.string().min(1).max(128).regex(taggable, tagRule),
  z.string().max(256).regex(taggable, tagRule),
);

/** What a person writes about one AWS account, in `accounts/<name>.ts`. */
export const accountForm = z.strictObject({
  /** The name of the account, of its stack (`account-<name>`) and of its file. */
  name: kebabName(40),
  /** Address of the account's root user; AWS wants each one only once, ever. At most 64 characters. */
  email: z.email('must be an e-mail address').max(64, 'must have at most 64 characters'),
  /** Path of the OU it lives in: `Workloads/MachineLearning/Production`. Left out for the management account and external ones. */
  ou: z.string().optional(),
  /** The team that answers for the account. */
  owner: z.string().min(1, 'must not be empty').max(256).regex(taggable, tagRule),
  /** What the landing zone uses the account for. @default 'workload' */
  role: z.enum(['management', 'log-archive', 'security', 'workload']).default('workload'),
  /**
   * `vended`: Organizations creates it. `adopted`: it is in the organization already and is imported by `id`.
   * `external`: it stays outside the organization and joins GuardDuty and Macie by invitation.
   * @default 'vended'; the management account is neither and leaves it out
   */
  origin: z.enum(['vended', 'adopted', 'external']).optional(),
  /** Twelve digits; required for the management account, for `adopted` and for `external`. */
  id: accountId.optional(),
  /** `closing` moves the account to the Suspended OU and takes it out of every other stack; its logs stay. @default 'active' */
  state: z.enum(['active', 'closing']).default('active'),
  /** Governed regions in which the account is active. @default - every region of the landing zone */
  regions: z.array(z.string()).optional(),
  /** The account trains or serves models: it gets the stack `ai-<name>`. @default - none */
  ai: workloadForm.optional(),
  /** Tags on every resource of the account, beside those of the landing zone. @default - none */
  tags: tags.default({}),
});

/** What a person writes. */
export type AccountSpec = z.input<typeof accountForm>;
export type ParsedAccount = z.output<typeof accountForm>;

/** The form of an account file: `export default defineAccount({ … })`. */
export const defineAccount = (spec: AccountSpec): AccountSpec => spec;
