import { z } from 'zod';
import { keptTypes, tryReturnOf } from '../facts/kept-types';
import { stackNamePattern } from '../facts/stack-names';
import type { DeepReadonly } from './deep-readonly';
import { matching } from './text';

/** Where the ledger is kept, relative to the project. */
export const ledgerFile = 'landing-zone.lock.json';

/** Type and name of a resource in a stack: `aws_kms_key.data-key`. */
const address = matching({
  regex: /^[a-z0-9_]+\.[A-Za-z0-9_-]+$/,
  rule: 'must be the address of a resource: aws_kms_key.data-key',
});

/** The same of something that the ledger may call kept: of another type nobody would know how it comes back. */
const keptAddress = address.refine((written) => tryReturnOf(written) !== undefined, {
  error: `must be the address of something that is kept in AWS: ${Object.keys(keptTypes).join(', ')}`,
});

/** A name that no stack has would be remembered for ever, and what it names would be destroyed. */
const stackName = matching(stackNamePattern);

/** What is split over several documents. */
const splitName = matching({
  regex: /^(scp|rcp|pack)-[a-z0-9-]*$/,
  rule: "must be the name of what is split over documents: scp-, rcp- or pack- with the place, like 'scp-workloads'",
});

/** What exists and must not vanish because a file changed. `landing-zone lock` writes it; people read its diff. */
export const ledgerForm = z.strictObject({
  version: z.literal(1),
  /** Every account, by its name of today. */
  accounts: z
    .record(
      z.string(),
      z.strictObject({
        /** The name that it had when it was first synthesized: its stacks, states and addresses are called so for good. */
        key: z.string().min(1),
        /**
         * `active` and `closing` as in its file; `closed` once a closing one has no file any more. `external`: it is not in the
         * organization, so nothing of it ends when its file goes.
         */
        state: z.enum(['active', 'closing', 'closed', 'external']),
        /** The e-mail address of its root user, as its file said last; left out for a closed account. */
        email: z.string().optional(),
      }),
    )
    .default({}),
  /** Every OU: its path of today, and the path by which its addresses are called. */
  organizationalUnits: z.record(z.string(), z.string().min(1)).default({}),
  /**
   * By stack, every resource that is synthesized with `prevent_destroy`, with its companions: resources that make no sense
   * without it and would open or break it by going.
   */
  protected: z.record(stackName, z.record(address, z.array(address))).default({}),
  /**
   * By stack, every resource that was protected and left, with the companions that left with it: AWS has them, and Terraform forgot them.
   * One that is protected again stays here, because its stack imports it. Without its line it counts as gone from AWS.
   */
  kept: z.record(stackName, z.record(keptAddress, z.array(address))).default({}),
  /**
   * By what is split over several documents (`scp-workloads`, `pack-every-account`), the number of the document that each control is
   * in, so that nothing moves because something else changed.
   */
  assignments: z.record(splitName, z.record(z.string(), z.int().min(1))).default({}),
  /** Security Hub, which ends in two steps, and leaves its hubs in a region that is retired. @default - nothing is known of it */
  securityHub: z
    .strictObject({
      /** `services.securityHub.enabled` as it was last. */
      enabled: z.literal([true, 'ending', false]),
      /**
       * By region, where its hubs are: `here` in the state of the security stack; `left` in AWS alone, since the region is retired; `back`
       * where the region is governed again, and the stack imports them.
       */
      regions: z.record(z.string(), z.enum(['here', 'left', 'back'])),
    })
    .optional(),
  /** What cannot be changed while the landing zone stands, as it was last: `fixed.ts` says what that is, and what is done instead. */
  fixed: z.record(z.string(), z.string()).default({}),
});

export type Ledger = DeepReadonly<z.output<typeof ledgerForm>>;

/** That of a project that has none yet. */
export const emptyLedger: Ledger = {
  version: 1,
  accounts: {},
  organizationalUnits: {},
  protected: {},
  kept: {},
  assignments: {},
  fixed: {},
};
