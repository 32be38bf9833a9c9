import { governanceKeys } from '../../forms/model-card/written-content';
import type { Problem } from '../../problems/problem';
import { rulesOf } from '../rule';
import type { ModelCardInFile } from '../subject';

/** Rules of who let a model pass, for how long and at which risk. */
export const modelCardGovernanceChecks: readonly ((card: ModelCardInFile) => readonly Problem[])[] = [
  approvalProblems,
  riskProblems,
  reservedKeyProblems,
];

function approvalProblems({ file, status, governance }: ModelCardInFile): readonly Problem[] {
  if (status !== 'Approved') return [];
  const { rule } = rulesOf(file, 'governance');
  return [
    ...rule(governance.approver !== undefined, {
      field: 'approver',
      value: governance.approver,
      rule: 'an approved card says who approved',
      fix: 'add it',
    }),
    ...rule(governance.reviewBy !== undefined, {
      field: 'reviewBy',
      value: governance.reviewBy,
      rule: 'an approval has a date on which it ends',
      fix: 'add the day, as YYYY-MM-DD',
    }),
  ];
}

function riskProblems({ file, governance: { euAiActClass, dpia }, content }: ModelCardInFile): readonly Problem[] {
  if (euAiActClass !== 'high') return [];
  const { rule } = rulesOf(file);
  const rating = content.intended_uses?.risk_rating;
  return [
    ...rule(dpia !== undefined, {
      field: 'governance.dpia',
      value: dpia,
      rule: 'a high risk is assessed before the model is used (GDPR Art. 35, EU AI Act Art. 26(9))',
      fix: 'add the link to the assessment',
    }),
    ...rule(rating === 'High', {
      field: 'content.intended_uses.risk_rating',
      value: rating,
      rule: "a model of the class 'high' is rated High",
      fix: "write 'High', or another class in governance.euAiActClass",
    }),
  ];
}

function reservedKeyProblems({ file, content }: ModelCardInFile): readonly Problem[] {
  const { rule } = rulesOf(file, 'content.additional_information.custom_details');
  const written = content.additional_information?.custom_details ?? {};
  return Object.entries(governanceKeys).flatMap(([field, key]) =>
    rule(!Object.hasOwn(written, key), {
      field: key,
      value: written[key],
      rule: 'the landing zone writes this key itself',
      fix: `remove it, and write governance.${field}`,
    }),
  );
}
