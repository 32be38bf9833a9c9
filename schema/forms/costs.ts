import { z } from 'zod';
import { limitForm } from './budget';
import type { DeepReadonly } from './deep-readonly';
import { filledTagValue, kebabName, tagKey } from './text';

/** What all accounts together may cost, or a part of them. What single accounts may cost is in their files. */
const sharedBudget = limitForm.extend({
  /** What it is called, after `<name>-costs-`. The address in Terraform's state is made of it. At most 40 characters. */
  name: kebabName(40),
  /** Counts these accounts only, by name. @default - every account of the organization */
  accounts: z.array(z.string()).min(1, 'must name an account, or be left out').optional(),
  /** Counts only what has this tag with one of these values. The key must be in `allocationTags`. @default - whatever its tags */
  tag: z
    .strictObject({ key: tagKey, values: z.array(filledTagValue).min(1, 'must name a value, or count nothing') })
    .optional(),
});

export type SharedBudget = DeepReadonly<z.output<typeof sharedBudget>>;

/**
 * What the organization may cost. The management account pays for all, and holds every budget but those of accounts outside. It needs Cost
 * Explorer, which a person opens once: docs/capabilities/cost.md.
 */
export const costsForm = z
  .strictObject({
    /** Budgets of the organization as a whole, of some accounts together, or of a tag. @default - none */
    budgets: z.array(sharedBudget).default([]),
    /**
     * Tag keys by which AWS splits the bill. AWS knows a key up to 24 hours after something that has it was billed, and refuses it until
     * then (Billing User Guide, activating-tags). A key that leaves the list is switched off. @default - none is switched on here
     */
    allocationTags: z.array(tagKey).default([]),
  })
  .prefault({});
