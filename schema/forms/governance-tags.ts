import { z } from 'zod';
import { ownValue } from '../facts/own-value';
import { dataClassifications } from './ai/classification';
import { riskClass } from './ai/risk-class';
import type { DeepReadonly } from './deep-readonly';
import { filledTagValue, tagKey } from './text';

/** What the landing zone keeps in buckets of an AI account, as the value of their tag `data-domain`. */
const dataDomains = ['training', 'models', 'prompts'] as const;

/** Tags that the landing zone writes itself, with the values that it may write; none: any. */
const ownTags: Readonly<Record<string, readonly string[]>> = {
  'data-classification': dataClassifications,
  'data-domain': dataDomains,
  owner: [],
  'risk-class': riskClass.options,
};

/** Keys of tags that the landing zone writes itself. */
export const ownTagKeys: readonly string[] = Object.keys(ownTags);

/** What tags of governance may say, beside what the landing zone says with them itself. */
export const tagPolicyForm = z
  .strictObject({
    /** Other values are refused on buckets and SageMaker resources. Off: Organizations only reports them. @default true */
    enforced: z.boolean().default(true),
    /**
     * Values by tag key, `{ 'data-domain': ['claims'], 'cost-center': ['4711'] }`: those of a key that the landing zone uses join its
     * own. An empty list admits any value, and fixes how the key is spelled.
     */
    values: z.record(tagKey, z.array(filledTagValue)).default({}),
  })
  .prefault({});

export type TagPolicy = DeepReadonly<z.output<typeof tagPolicyForm>>;

/** Every tag of governance with the values that it may have, in the order of the keys; an empty list stands for any value. */
export function governanceTags({ values }: TagPolicy): Readonly<Record<string, readonly string[]>> {
  const keys = [...new Set([...Object.keys(ownTags), ...Object.keys(values)])].sort();
  const valuesOf = (key: string) => [...(ownValue(ownTags, key) ?? []), ...(ownValue(values, key) ?? [])];
  return Object.fromEntries(keys.map((key) => [key, [...new Set(valuesOf(key))]]));
}
