import { z } from 'zod';
import { permissionSetNamePattern, roleNamePattern } from '../facts/patterns';
import type { DeepReadonly } from './deep-readonly';
import { roleName } from './governance';
import { matching } from './text';

/** The account of the landing zone that somebody comes from, by its name. @default - the account of the role that they assume */
const account = z.string().optional();

/** Somebody who may assume a role. */
const trustee = z.union([
  /** Who is assigned a permission set of IAM Identity Center in that account, by its name. Identity Center asks for MFA at sign-in. */
  z.strictObject({ permissionSet: matching(permissionSetNamePattern), account }),
  /** A role by its name with its path, or several by a pattern. */
  z.strictObject({ role: roleName, account }),
  /** An IAM user by name, and with MFA only: for when Identity Center itself is out of order. */
  z.strictObject({ user: matching(roleNamePattern), account }),
]);

/** Who may assume a role. Each also needs a policy of their own that allows `sts:AssumeRole` on it. */
export const trusteesForm = z.array(trustee).min(1, 'must name who may assume the role');

export type Trustee = DeepReadonly<z.output<typeof trustee>>;

/** The role of a permission set: AWS puts it below a path of its own, the region of Identity Center in it, and ends it with 16 characters. */
export const permissionSetRole = (permissionSet: string): string =>
  `aws-reserved/sso.amazonaws.com/*AWSReservedSSO_${permissionSet}_${'?'.repeat(16)}`;
