import { policyDocument } from '../../../policy/iam/statement';

describe('policyDocument', () => {
  it('is a policy document of the current version without white space', () => {
    expect(policyDocument([{ Sid: 'All', Effect: 'Deny', Action: '*', Resource: '*' }])).toBe(
      '{"Version":"2012-10-17","Statement":[{"Sid":"All","Effect":"Deny","Action":"*","Resource":"*"}]}',
    );
  });

  it('keeps white space inside a value', () => {
    const Condition = { StringEquals: { 'aws:ResourceTag/team': 'data science' } };
    expect(policyDocument([{ Sid: 'Team', Effect: 'Deny', Action: '*', Resource: '*', Condition }])).toContain(
      '"data science"',
    );
  });
});
