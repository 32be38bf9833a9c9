import { z } from 'zod';
import { managedPolicyPattern, permissionSetNamePattern, rolePathPattern } from '../../facts/patterns';
import type { DeepReadonly } from '../deep-readonly';
import { matching } from '../text';
import { trusteesForm } from '../trustees';
import { dataLakeGrant, tagGrant } from './data-lake-grants';
import { databaseForm } from './data-lake-tables';
import { lfTagKey, lfTagValue } from './lf-tags';

/** A role of the account that uses the lake. */
const lakeRole = z.strictObject({
  name: matching(rolePathPattern),
  /**
   * Who may assume the role, which the landing zone makes then: a service for this account, the persons that are named, or `account` for
   * whomever the account's own IAM policies let. Administrators of the lake and roles that controls exempt name their persons.
   * @default - somebody else makes the role, before the lake is deployed
   */
  trusts: z.union([z.enum(['account', 'glue.amazonaws.com', 'sagemaker.amazonaws.com']), trusteesForm]).optional(),
  /**
   * It is the role of this permission set of IAM Identity Center, which is assigned in the account before the lake is deployed: AWS ends
   * the name of such a role with characters that nobody knows before. @default - a role of the name
   */
  permissionSet: matching(permissionSetNamePattern).optional(),
  /**
   * What else the role that is made may do, for logs and images of a job for instance: ARNs of AWS managed policies, or names of policies of
   * the account, with their paths. @default - it uses the lake
   */
  managedPolicies: z.array(matching(managedPolicyPattern)).default([]),
});

/** How the roles that are made ask in Athena: each in a workgroup of its own, whose answers no other role reads. */
const queriesForm = z.strictObject({
  /** Days until an answer is deleted: it can be asked for again. */
  resultRetentionDays: z.int().min(1).max(3_650).default(30),
  /** Gigabytes that one query may scan before Athena ends it; Athena bills by what is scanned. */
  scanLimitGigabytes: z.int().min(1).max(1_000_000).default(200),
});

/** What Lake Formation and RAM ask of administrators. Lake Formation Developer Guide, "permissions-reference" and "optimize-ram". */
export const administratorPolicies = ['AWSLakeFormationDataAdmin', 'AWSLakeFormationCrossAccountManager'] as const;

/** Training data behind Lake Formation: databases, who may see what of them, and who decides it. */
export const dataLakeForm = z.strictObject({
  /** Roles of the account that the lake knows; `administrators`, `clearance` and grants name them. */
  roles: z.array(lakeRole).default([]),
  /** Data stewards, who may grant anything to anybody; the deploy role is one by itself. @default - none else */
  administrators: z.array(z.string()).default([]),
  /** Roles that may see columns marked `personal`. @default - none */
  clearance: z.array(z.string()).default([]),
  /** Roles that read the objects themselves, and so every column of every table: S3 knows no columns. @default - none */
  directReaders: z.array(z.string()).default([]),
  /**
   * Lake Formation's cross-account version. 3 and higher share tags and with OUs; 4 is the highest that provider 5.100 documents.
   * An account that shares with others does not go back. @default 4
   */
  crossAccountVersion: z.int().min(1).max(4).default(4),
  /** LF-tags: each key with its values, at most 50. @default - none */
  tags: z.record(lfTagKey, z.array(lfTagValue).min(1).max(50)).default({}),
  databases: z.array(databaseForm).min(1, 'must have a database: a lake without one is left out as a whole'),
  /** Workgroups of Athena for the roles that are made. @default - they ask in workgroups of somebody else */
  queries: queriesForm.optional(),
  /** Who sees which columns and rows of which table. @default - nobody */
  grants: z.array(dataLakeGrant).default([]),
  /** Who sees whatever carries certain LF-tags. @default - nobody */
  tagGrants: z.array(tagGrant).default([]),
});

export type DataLake = DeepReadonly<z.output<typeof dataLakeForm>>;
