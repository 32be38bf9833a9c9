import { z } from 'zod';
import { roleName } from './governance';
import { kebabName } from './text';

/** The role that people have who come through the permission set `Auditor` of IAM Identity Center. */
const auditorOfIdentityCenter = 'aws-reserved/sso.amazonaws.com/*AWSReservedSSO_Auditor_*';

/** Instead of the id of a closed account that was never deployed: there is nothing to ask about. */
const noPast = 'no-past';

/** Questions about the trails: who may ask, how far back, and how much one answer may read. */
export const auditForm = z
  .strictObject({
    /** Roles of the security account that may assume the audit role, which alone reads the trails. */
    readers: z
      .array(roleName)
      .min(1, 'must name who may read the trails')
      .default(['Auditor', auditorOfIdentityCenter]),
    /** The first day that can be asked about, `2026-01-31`; days before the first trail cost time and find nothing. */
    since: z.iso.date('must be a day like 2026-01-31').default('2026-01-01'),
    /** Ask about regions too that are not governed: what was denied there is found, and every query looks in more folders. */
    everyRegion: z.boolean().default(false),
    /**
     * Accounts that were closed and have no file any more, each with its id, so that their past can still be asked about:
     * `{ 'old-models': '444455556666' }`. Only AWS and the state of `management` know the id of an account that was vended, and neither
     * knows it for good. `'no-past'` instead of the id is for one that was never deployed: nobody is reminded of it. @default - none
     */
    closedAccounts: z
      .record(kebabName(40), z.string().regex(/^(?:\d{12}|no-past)$/, "must be twelve digits, as text, or 'no-past'"))
      .default({}),
    /** Gigabytes that one query may scan before Athena ends it; Athena bills by what is scanned. */
    scanLimitGigabytes: z.int().min(1).max(1_000_000).default(200),
    /** Days until a result is deleted: it can be asked for again. */
    resultRetentionDays: z.int().min(1).max(3_650).default(30),
  })
  .prefault({});

/** Ids of closed accounts that have a past, by the names that they had. */
export const closedIds = (closedAccounts: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(closedAccounts).filter(([, id]) => id !== noPast));

/** How the past of a closed account is asked about, for its deployment knows it no more. */
export const keepAskable = (name: string): string =>
  `to ask about its past, write audit.closedAccounts: { '${name}': '<its id>' } in accounts/landing-zone.ts; ` +
  "the id stands in 'aws organizations list-accounts' for 90 days, and is a folder of the trail bucket for good; " +
  `for an account that was never deployed, write '${noPast}'`;
