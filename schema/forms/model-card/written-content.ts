import type { ParsedModelCard } from '.';

/** Keys of `custom_details` that the landing zone writes out of `governance`. */
export const governanceKeys = {
  euAiActClass: 'eu_ai_act_class',
  intendedUse: 'intended_use',
  dpia: 'dpia',
  approver: 'approver',
  reviewBy: 'review_by',
  decisionRecord: 'decision_record',
} as const satisfies Record<keyof ParsedModelCard['governance'], string>;

/** The content with its governance in `custom_details`: what the published JSON schema has to accept. */
export function writtenContent({ content, governance }: Pick<ParsedModelCard, 'content' | 'governance'>) {
  const fields = Object.keys(governanceKeys) as (keyof typeof governanceKeys)[];
  const written = fields.flatMap((field) => {
    const value = governance[field];
    return value === undefined ? [] : [[governanceKeys[field], value]];
  });
  const { additional_information: information } = content;
  return {
    ...content,
    additional_information: {
      ...information,
      custom_details: { ...information?.custom_details, ...Object.fromEntries(written) } as Record<string, string>,
    },
  };
}
