import { z } from 'zod';
import { rolePathPattern } from '../../facts/patterns';
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
});

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
  /** Who sees which columns and rows of which table. @default - nobody */
  grants: z.array(dataLakeGrant).default([]),
  /** Who sees whatever carries certain LF-tags. @default - nobody */
  tagGrants: z.array(tagGrant).default([]),
});

export type DataLake = DeepReadonly<z.output<typeof dataLakeForm>>;
