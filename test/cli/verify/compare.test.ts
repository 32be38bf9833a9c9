import { deviationsOf } from '../../../cli/verify/compare';

const statement = { Sid: 'TlsOnly', Effect: 'Deny', Principal: '*', Action: ['s3:*'], Resource: ['a', 'b'] };
const policy = (...statements: readonly object[]): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements });

describe('what is expected and what AWS has', () => {
  it('are equal where a document is written in another order, or a list of one without brackets', () => {
    const found = policy({ ...statement, Action: 's3:*', Resource: ['b', 'a'] });
    expect(deviationsOf({ policy: policy(statement) }, { policy: found })).toEqual([]);
  });

  it('are equal where an account is a principal by its id or by its root user', () => {
    const trust = (AWS: string) => ({ policy: policy({ ...statement, Principal: { AWS } }) });
    expect(deviationsOf(trust('111122223333'), trust('arn:aws:iam::111122223333:root'))).toEqual([]);
  });

  it('differ where a statement was changed, which is named by its Sid', () => {
    const found = policy({ ...statement, Effect: 'Allow' });
    expect(deviationsOf({ policy: policy(statement) }, { policy: found })).toEqual([
      { path: 'policy.Statement.Effect', expected: 'Deny', found: 'Allow' },
    ]);
    const two = policy(statement, { ...statement, Sid: 'Other' });
    const changed = policy({ ...statement, Sid: 'Other' }, { ...statement, Effect: 'Allow' });
    expect(deviationsOf({ policy: two }, { policy: changed })).toEqual([
      { path: 'policy.Statement[TlsOnly].Effect', expected: 'Deny', found: 'Allow' },
    ]);
  });

  it('differ where somebody added a statement, or a condition fell away', () => {
    const more = { ...statement, Sid: 'Open', Effect: 'Allow' };
    expect(deviationsOf({ policy: policy(statement) }, { policy: policy(statement, more) })).toHaveLength(1);
    const bound = policy({ ...statement, Condition: { Bool: { 'aws:SecureTransport': 'false' } } });
    expect(deviationsOf({ policy: bound }, { policy: policy(statement) })).toMatchObject([
      { path: 'policy.Statement.Condition', found: undefined },
    ]);
  });

  it('are compared in a block only as far as it is written', () => {
    const found = { rule: [{ id: 'retention', status: 'Enabled', prefix: 'of AWS' }] };
    expect(deviationsOf({ rule: { id: 'retention', status: 'Enabled' } }, found)).toEqual([]);
    expect(deviationsOf({ rule: { id: 'retention', status: 'Disabled' } }, found)).toEqual([
      { path: 'rule.status', expected: 'Disabled', found: 'Enabled' },
    ]);
  });

  it('differ where something is there that must not be', () => {
    expect(deviationsOf({ ingress: [] }, { ingress: [{ from_port: 22 }] })).toHaveLength(1);
    expect(deviationsOf({ delivery_error: undefined }, { delivery_error: 'AccessDenied' })).toHaveLength(1);
    expect(deviationsOf({ description: null }, { description: 'of AWS' })).toEqual([]);
  });

  it('are equal where a number is a text, and text that only looks like JSON is text', () => {
    expect(deviationsOf({ days: 30, query: '[a' }, { days: '30', query: '[a' })).toEqual([]);
    expect(deviationsOf({ query: '[a' }, { query: '[b' })).toEqual([{ path: 'query', expected: '[a', found: '[b' }]);
  });
});
