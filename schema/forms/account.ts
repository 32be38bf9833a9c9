import { z } from 'zod';
import { accountNamePattern } from '../facts/patterns';
import { workloadForm } from './ai';
import { budgetForm } from './budget';
import { contactsForm } from './contacts';
import { dataCatalogChoices } from './data-catalogs';
import type { DeepReadonly } from './deep-readonly';
import { defaultVpcChoices } from './default-vpcs';
import { rootAddress } from './root-address';
import { serviceQuotaForm } from './service-quota';
import { accountId, filledTagValue, kebabName, matching, tags } from './text';

/** What a person writes about one AWS account, in `accounts/<name>.ts`. */
export const accountForm = z.strictObject({
  /** The name of the account, of its stack (`account-<name>`) and of its file. It changes by `formerly` only. */
  name: kebabName(40),
  /**
   * The name that the account had, where it was renamed: stacks, states and addresses go on under the first name, and so does the
   * account's name in AWS. After `landing-zone lock` it can be removed. @default - it has the name that it always had
   */
  formerly: z.string().optional(),
  /**
   * The name that AWS shows for a vended account, `Data Science (Production)`: at most 50 characters. It may change at any time. Others
   * keep the name that they have in AWS. @default - `name`; after a rename, the first one
   */
  displayName: matching(accountNamePattern)
    .min(1, 'must not be empty')
    .max(50, 'must have at most 50 characters')
    .optional(),
  /**
   * Address of the account's root user; AWS wants each one only once, ever. At most 64 characters. It is read when the account is made: a
   * change is made in AWS first (`aws account start-primary-email-update`), and then here.
   */
  email: rootAddress,
  /** Path of the OU it lives in: `Workloads/MachineLearning/Production`. Left out for the management account and external ones. */
  ou: z.string().optional(),
  /** The team that answers for the account. */
  owner: filledTagValue,
  /**
   * What the landing zone uses the account for. A small company may do without a `log-archive`: the security account keeps the logs then,
   * and whoever administers it could reach them. Decide before the first deployment: no role moves later. @default 'workload'
   */
  role: z.enum(['management', 'log-archive', 'security', 'workload']).default('workload'),
  /**
   * `vended`: Organizations creates it. `adopted`: it is in the organization already and is imported by `id`.
   * `external`: it stays outside the organization and joins GuardDuty and Macie by invitation.
   * @default 'vended'; the management account is neither and leaves it out
   */
  origin: z.enum(['vended', 'adopted', 'external']).optional(),
  /**
   * Twelve digits; required for the management account, where it cannot be changed while the landing zone stands, for `adopted` and for
   * `external`.
   */
  id: accountId.optional(),
  /** `closing` moves the account to the Suspended OU and takes it out of every other stack; its logs stay. @default 'active' */
  state: z.enum(['active', 'closing']).default('active'),
  /** Governed regions in which the account is active. @default - every region of the landing zone */
  regions: z.array(z.string()).optional(),
  /** The account trains or serves models: it gets the stack `ai-<name>`. @default - none, and nobody uses AI in it (`ai-accounts-only`) */
  ai: workloadForm.optional(),
  /**
   * What the account may cost, where it has no `ai`: with `ai`, write `ai.budget`. What the organization may cost as a whole is `costs` of
   * the settings. @default - nobody is told what it costs
   */
  budget: budgetForm.optional(),
  /** Alternate contacts of this account, each in place of the one of the settings. @default - those of the settings */
  contacts: contactsForm.default({}),
  /**
   * What becomes of the default VPCs of the account. Only of an account that still has them: where one is missing, Terraform makes it
   * anew to close it. @default - as the settings say, for a vended account; 'keep' for others
   */
  defaultVpcs: z.enum(defaultVpcChoices).optional(),
  /**
   * What becomes of the account's Data Catalogs of Glue outside of its data lake. 'encrypt' takes the place of settings that somebody
   * made there. @default - as the settings say, for a vended account; 'keep' for others
   */
  dataCatalogs: z.enum(dataCatalogChoices).optional(),
  /** Quotas of AWS that the account needs raised: for GPUs, say. What is asked for cannot be taken back. @default - as AWS sets them */
  serviceQuotas: z.array(serviceQuotaForm).default([]),
  /** Tags on every resource of the account, beside those of the landing zone. @default - none */
  tags: tags.default({}),
});

/** What a person writes. */
export type AccountSpec = DeepReadonly<z.input<typeof accountForm>>;

/** What the form yields: every default is filled in. */
export type ParsedAccount = DeepReadonly<z.output<typeof accountForm>>;

/** The form of an account file: `export default defineAccount({ … })`. */
export const defineAccount = (spec: AccountSpec): AccountSpec => spec;
