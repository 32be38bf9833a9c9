import { z } from 'zod';
import { quantityNames } from '../facts/typical-usage';
import { accountClasses } from '../facts/usage-range';
import type { DeepReadonly } from './deep-readonly';

/** Where usage is written, relative to the project. No account has a dot in its name. */
export const usageFile = 'accounts/landing-zone.usage.ts';

const amount = z.number().min(0).max(1e15);

/** One number where it is known, three where it is not. */
const rangeForm = z.union([
  amount,
  z
    .strictObject({ low: amount, typical: amount, high: amount })
    .refine(({ low, typical, high }) => low <= typical && typical <= high, {
      message: 'must have low <= typical <= high',
    }),
]);

/** Each quantity that differs from `schema/facts/typical-usage.ts`, for a month. */
const quantitiesForm = z.partialRecord(z.enum(quantityNames), rangeForm);

/** What a person knows of a month: of a class of accounts, and of single ones. */
export const usageForm = z.strictObject({
  /** By class: `core` keeps and watches, `ai` has `ai` in its file, `sandbox` is below one of `sandboxes`, `workload` is any other. */
  classes: z.partialRecord(z.enum(accountClasses), quantitiesForm).default({}),
  /** By the name of an account, before its class. */
  accounts: z.record(z.string(), quantitiesForm).default({}),
  /** OUs whose accounts are sandboxes, by their names anywhere in the tree. @default ['Sandbox'] */
  sandboxes: z.array(z.string().min(1)).default(['Sandbox']),
});

/** What a person writes in `accounts/landing-zone.usage.ts`. */
export type UsageSpec = DeepReadonly<z.input<typeof usageForm>>;
export type Usage = DeepReadonly<z.output<typeof usageForm>>;

/** The form of `accounts/landing-zone.usage.ts`: `export default defineUsage({ … })`. */
export const defineUsage = (spec: UsageSpec): UsageSpec => spec;
