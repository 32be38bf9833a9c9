import { z } from 'zod';
import { roleNamePattern } from '../facts/patterns';
import type { DeepReadonly } from './deep-readonly';
import { matching } from './text';
import { trusteesForm } from './trustees';

const madeRole = z.strictObject({
  /** One of the names in `roles.breakGlass`, `roles.modelApprovers` or `roles.securityResponders`: where it stands decides what it may do. */
  name: matching(roleNamePattern),
  /** Who may assume it. Of break glass the landing zone asks for a permission set or a user, because no other session shows MFA. */
  trusts: trusteesForm,
  /**
   * Names of the accounts in which it is made. @default - break glass: every member of the organization; approvers: the accounts
   * that have `ai`; responders: the security account
   */
  accounts: z.array(z.string()).min(1).optional(),
});

/** Roles of `roles` that the landing zone makes. */
export const madeRolesForm = z.array(madeRole).default([]);

export type MadeRole = DeepReadonly<z.output<typeof madeRole>>;
