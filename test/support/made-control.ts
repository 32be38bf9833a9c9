import type { ControlSpec } from '../../schema/forms/control';
import type { SourceFile } from '../../schema/problems/problem';

/** A control that keeps every rule of the form, in its file; a test changes what it is about. */
export const madeControl = (change: Partial<ControlSpec> | object = {}): SourceFile => {
  const value = {
    id: 'made-control',
    title: 'Nobody makes a bucket',
    why: 'A bucket that nobody planned holds data that nobody protects.',
    fix: 'Ask for one.',
    severity: 'low',
    where: 'every account',
    prevent: { scp: [{ Action: 's3:CreateBucket' }] },
    satisfies: [{ framework: 'gdpr', requirements: ['Art. 32'], basis: 'our judgement' }],
    examples: [
      { when: 'a bucket is made', action: 's3:CreateBucket', denied: true },
      { when: 'buckets are listed', action: 's3:ListAllMyBuckets', denied: false },
    ],
    ...change,
  };
  return { file: `controls/made/${value.id}.ts`, value };
};
