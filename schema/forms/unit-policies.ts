import { z } from 'zod';
import { backupRulePattern, backupVaultPattern, rolePathPattern } from '../facts/patterns';
import type { DeepReadonly } from './deep-readonly';
import { whereForm } from './places';
import { filledTagValue, kebabName, matching, tagKey } from './text';

/** What a policy of some OUs is called and where it is attached. */
const placed = {
  /** Part of its name in Organizations. It changes by `formerly` only. */
  name: kebabName(40),
  /** The name that it had: policy and attachments are renamed in place. @default - it has the name that it always had */
  formerly: kebabName(40).optional(),
  /** The OUs, or the accounts with some tags, or `every account`: the root. */
  where: whereForm,
};

/** Tag policies besides that of the organization, which `tagPolicy` is: keys that only some accounts have to agree on. */
export const tagPoliciesForm = z
  .array(
    z.strictObject({
      ...placed,
      /** Other values are refused on buckets and SageMaker resources. Off: Organizations only reports them. @default true */
      enforced: z.boolean().default(true),
      /** Values by tag key, `{ 'cost-center': ['4711', '4712'] }`. An empty list admits any, and fixes how the key is spelled. */
      values: z
        .record(tagKey, z.array(filledTagValue))
        .refine((values) => Object.keys(values).length > 0, 'must name a tag'),
    }),
  )
  .default([]);

const days = z.int().min(1).max(36_500);

const backupRule = z.strictObject({
  name: matching(backupRulePattern),
  /** `cron(0 5 ? * * *)`, in UTC. */
  schedule: z.string().regex(/^cron\(\S+( \S+){5}\)$/, "must have six fields, like 'cron(0 5 ? * * *)'"),
  /** The vault that it writes into: it has to exist in every account and region of the policy. */
  vault: matching(backupVaultPattern),
  /** Days until a backup is deleted. @default - it is kept */
  deleteAfterDays: days.optional(),
  /** Days until a backup moves to cold storage, where it stays for 90 days at least. @default - it never does */
  coldStorageAfterDays: days.optional(),
  /** Minutes within which a backup has to begin. @default - that of AWS Backup, 8 hours */
  startWithinMinutes: z.int().min(60).optional(),
  /** Minutes within which a backup has to end. @default - that of AWS Backup, 7 days */
  completeWithinMinutes: z.int().min(60).optional(),
});

/**
 * Backup policies: AWS Backup runs a plan in each account of the place. The landing zone makes neither vaults nor roles, which have to
 * exist in these accounts before (Organizations User Guide, orgs_manage_policies_backup_syntax).
 */
export const backupPoliciesForm = z
  .array(
    z.strictObject({
      ...placed,
      /** Governed regions whose resources are backed up. @default - every governed region */
      regions: z.array(z.string()).min(1, 'must name a region').optional(),
      rules: z.array(backupRule).min(1, 'must have a rule'),
      select: z.strictObject({
        /** Name of the role, with its path, that AWS Backup assumes in each account. */
        role: matching(rolePathPattern),
        /** What is backed up: whatever has one of these tags, with one of its values. */
        tags: z
          .record(tagKey, z.array(filledTagValue).min(1, 'must name a value'))
          .refine((tags) => Object.keys(tags).length > 0, 'must name a tag'),
      }),
    }),
  )
  .default([]);

export type PlacedTagPolicy = DeepReadonly<z.output<typeof tagPoliciesForm>>[number];
export type BackupPolicy = DeepReadonly<z.output<typeof backupPoliciesForm>>[number];
