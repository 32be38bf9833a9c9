import { governanceKeys } from '../../forms/model-card/written-content';
import type { Problem } from '../../problems/problem';
import { type ModelCardInFile, problemsIn } from '../subject';

/** Rules of who let a model pass, for how long and at which risk. */
export const modelCardGovernanceProblems = (card: ModelCardInFile): Problem[] => [
  ...approvalProblems(card),
  ...riskProblems(card),
  ...reservedKeyProblems(card),
];

function approvalProblems({ file, status, governance: { approver, reviewBy } }: ModelCardInFile): Problem[] {
  if (status !== 'Approved') return [];
  const problem = problemsIn(file);
  return [
    ...(approver ? [] : [problem('governance.approver', approver, 'an approved card says who approved', 'add it')]),
    ...(reviewBy
      ? []
      : [problem('governance.reviewBy', reviewBy, 'an approval ends on a day', 'add the day, as YYYY-MM-DD')]),
  ];
}

function riskProblems({ file, governance: { euAiActClass, dpia }, content }: ModelCardInFile): Problem[] {
  if (euAiActClass !== 'high') return [];
  const problem = problemsIn(file);
  const rating = content.intended_uses?.risk_rating;
  return [
    ...(dpia
      ? []
      : [
          problem(
            'governance.dpia',
            dpia,
            'a high risk is assessed before the model is used (GDPR Art. 35, EU AI Act Art. 26(9))',
            'add the link to the assessment',
          ),
        ]),
    ...(rating === 'High'
      ? []
      : [
          problem(
            'content.intended_uses.risk_rating',
            rating,
            "a model of the class 'high' is rated High",
            "write 'High', or another class in governance.euAiActClass",
          ),
        ]),
  ];
}

function reservedKeyProblems({ file, content }: ModelCardInFile): Problem[] {
  const written = content.additional_information?.custom_details ?? {};
  return Object.entries(governanceKeys).flatMap(([field, key]) =>
    Object.hasOwn(written, key)
      ? [
          problemsIn(file)(
            `content.additional_information.custom_details.${key}`,
            written[key],
            'the landing zone writes this key itself',
            `remove it, and write governance.${field}`,
          ),
        ]
      : [],
  );
}
