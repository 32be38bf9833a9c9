import { z } from 'zod';
import type { DeepReadonly } from '../deep-readonly';
import { kebabName } from '../text';
import { lfTagKey, lfTagValue } from './lf-tags';

/** Who receives a grant: one of the three. */
const grantee = z.union([
  /** A role of `dataLake.roles`. */
  z.strictObject({ role: z.string() }),
  /** Another account of the landing zone, by its name; its own lake administrators pass the grant on. */
  z.strictObject({ account: z.string() }),
  /** Every account of an OU and of those below it, by its path. */
  z.strictObject({ ou: z.string() }),
]);

const name = kebabName(60);
/** The name that the grant had, where it was renamed: its permissions move in state, and nobody loses sight of anything meanwhile. */
const formerly = name.optional();
const to = z.array(grantee).min(1);

/** SELECT on one table: all of it, or some columns, some rows, or some columns of some rows. */
export const dataLakeGrant = z.strictObject({
  /** Of the grant, and of its data cells filter where it needs one; once in the lake. */
  name,
  /**
   * The name before a rename. Where the grant has a data cells filter, this keeps its old name in AWS, where it cannot be renamed: leave
   * `formerly` there for as long as the grant stands. @default - it has the name that it always had
   */
  formerly,
  to,
  /** `database.table`. */
  table: z.string(),
  /** The columns that are seen, those in a struct as `address.city`. @default - all of them */
  columns: z.array(z.string()).min(1).optional(),
  /** The columns that are not seen; one that this file adds to the table later is seen. @default - none */
  exceptColumns: z.array(z.string()).min(1).optional(),
  /** The rows that are seen, as a PartiQL condition: `ward = 'A'`. @default - all of them */
  rows: z.string().min(1).max(2048).optional(),
});

/** SELECT on every table and column whose LF-tags have one of the values for each key. */
export const tagGrant = z.strictObject({
  name,
  /** The name before a rename; once the move is applied it can go. @default - it has the name that it always had */
  formerly,
  to,
  /** For each key the values of which one is enough; a key that is not mentioned does not matter. */
  tags: z.record(lfTagKey, z.array(lfTagValue).min(1)),
});

export type Grantee = DeepReadonly<z.output<typeof grantee>>;
export type DataLakeGrant = DeepReadonly<z.output<typeof dataLakeGrant>>;
