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

  it('differ where a block is written empty and AWS has something there', () => {
    const written = { rule: { id: 'retention', filter: [{ prefix: '' }] } };
    const found = (filter: object | undefined) => ({ rule: [{ id: 'retention', filter }] });
    expect(deviationsOf(written, found({ prefix: 'none/' }))).toEqual([
      { path: 'rule.filter', expected: undefined, found: { prefix: 'none/' } },
    ]);
    expect(deviationsOf(written, found({ prefix: '' }))).toEqual([]);
    expect(deviationsOf(written, found(undefined))).toEqual([]);
    expect(deviationsOf({ rule: { id: 'retention', filter: null } }, found({ prefix: 'none/' }))).toEqual([]);
  });

  it('differ where something was added to a block that is compared whole', () => {
    const written = { rule: [{ id: 'retention', status: 'Enabled' }] };
    const found = { rule: [{ id: 'retention', status: 'Enabled', expiration: { days: 1 }, transition: [] }] };
    expect(deviationsOf(written, found)).toEqual([]);
    expect(deviationsOf(written, found, { whole: ['rule'] })).toEqual([
      { path: 'rule.expiration', expected: undefined, found: { days: 1 } },
    ]);
  });

  it('are equal where an item that says little comes before one that says more', () => {
    const written = { rule: [{ a: 1 }, { a: 1, b: 2 }] };
    expect(
      deviationsOf(written, {
        rule: [
          { a: 1, b: 2, c: 3 },
          { a: 1, c: 3 },
        ],
      }),
    ).toEqual([]);
    expect(
      deviationsOf(written, {
        rule: [
          { a: 1, c: 3 },
          { a: 1, c: 3 },
        ],
      }),
    ).toHaveLength(2);
  });

  it('differ in a document by an empty text, by null, and by a list within a list', () => {
    const pattern = (key: unknown): { readonly pattern: string } => ({ pattern: JSON.stringify({ key }) });
    expect(deviationsOf(pattern(['']), pattern(undefined))).toHaveLength(1);
    expect(deviationsOf(pattern([null]), pattern(undefined))).toHaveLength(1);
    expect(deviationsOf(pattern(['']), pattern([null]))).toHaveLength(1);
    expect(deviationsOf(pattern([['x', 'y']]), pattern(['x', 'y']))).not.toEqual([]);
    expect(deviationsOf(pattern([['x', 'y']]), pattern([['y', 'x']]))).toEqual([]);
  });

  it('differ in a document by an object or a list with nothing in it, which are the same', () => {
    const mask = (operation: object): { readonly policy: string } => ({ policy: JSON.stringify({ operation }) });
    expect(deviationsOf(mask({ MaskConfig: {} }), mask({}))).toEqual([
      { path: 'policy.operation.MaskConfig', expected: {}, found: undefined },
    ]);
    expect(deviationsOf(mask({}), mask({ MaskConfig: {} }))).toHaveLength(1);
    expect(deviationsOf(mask({ values: [] }), mask({ values: ['a'] }))).not.toEqual([]);
    expect(deviationsOf(mask({ values: [{}] }), mask({ values: [] }))).toEqual([]);
    for (const nothing of [{}, []]) expect(deviationsOf(mask({ x: nothing }), mask({ x: {} }))).toEqual([]);
    expect(deviationsOf({ block: {} }, { block: undefined })).toEqual([]);
  });

  it('differ by the order of a list only where the order says something', () => {
    const keys = (...names: readonly string[]) => ({ partition_keys: names.map((name) => ({ name })) });
    expect(deviationsOf(keys('year', 'day'), keys('day', 'year'))).toEqual([]);
    const ordered = { ordered: ['partition_keys'] };
    expect(deviationsOf(keys('year', 'day'), keys('year', 'day'), ordered)).toEqual([]);
    expect(deviationsOf(keys('year', 'day'), keys('day', 'year'), ordered)).toHaveLength(2);
  });

  it('differ where a document within a block says more than is written', () => {
    const within = (document: object) => ({ target: { input: JSON.stringify(document) } });
    expect(deviationsOf(within({ a: '1' }), within({ a: '1', b: '2' }))).toHaveLength(1);
  });
});
