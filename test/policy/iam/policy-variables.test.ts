// biome-ignore-all lint/suspicious/noTemplateCurlyInString: policy variables are written so.
import { conditionTest } from '../../../policy/iam/condition';
import { type ConditionKeys, contextOf } from '../../../policy/iam/context';
import { statementTest } from '../../../policy/iam/statement-test';

const holds = (operator: string, wanted: string, value: string, keys: ConditionKeys = {}): boolean =>
  conditionTest({ [operator]: { 'a:key': wanted } })(contextOf({ 'a:key': value }, keys));

const team = { 'aws:PrincipalTag/team': 'ml' };

describe('a policy variable', () => {
  it.each([
    ['StringEquals', '${aws:PrincipalTag/team}', 'ml'],
    ['StringEquals', 'team-${aws:PrincipalTag/team}-x', 'team-ml-x'],
    ['StringEquals', '${AWS:principaltag/TEAM}', 'ml'],
    ['StringEqualsIgnoreCase', '${aws:PrincipalTag/team}', 'ML'],
    ['StringLike', '${aws:PrincipalTag/team}/*', 'ml/data'],
    ['ArnLike', 'arn:aws:s3:::${aws:PrincipalTag/team}-*', 'arn:aws:s3:::ml-data'],
    ['ArnEquals', '${aws:PrincipalTag/arn}', 'arn:aws:s3:::ml-data'],
  ])('stands for the value of its key in %s: %s', (operator, wanted, value) => {
    const keys = { ...team, 'aws:PrincipalTag/arn': 'arn:aws:s3:::ml-data' };
    expect(holds(operator, wanted, value, keys)).toBe(true);
    expect(holds(operator, wanted, 'other', keys)).toBe(false);
  });

  it('without a value matches nothing, so a negated operator holds', () => {
    expect(holds('StringEquals', '${aws:PrincipalTag/team}', 'ml')).toBe(false);
    expect(holds('StringLike', '*${aws:PrincipalTag/team}', 'ml')).toBe(false);
    expect(holds('StringNotEquals', '${aws:PrincipalTag/team}', 'ml')).toBe(true);
    expect(holds('ArnNotLike', 'arn:aws:s3:::${aws:PrincipalTag/team}', 'arn:aws:s3:::ml')).toBe(true);
  });

  it('takes its default where the key is absent, and only there', () => {
    const wanted = "${aws:PrincipalTag/team, 'no team}'}";
    expect(holds('StringEquals', wanted, 'no team}')).toBe(true);
    expect(holds('StringEquals', wanted, 'no team}', team)).toBe(false);
    expect(holds('StringEquals', wanted, 'ml', team)).toBe(true);
    expect(holds('StringEquals', "x${aws:PrincipalTag/team,''}", 'x')).toBe(true);
  });

  it('has no value where its key has several', () => {
    expect(holds('StringEquals', '${aws:TagKeys}', 'a', { 'aws:TagKeys': ['a', 'b'] })).toBe(false);
  });

  it('brings no wildcards in', () => {
    const keys = { 'aws:PrincipalTag/team': 'm*' };
    expect(holds('StringLike', '${aws:PrincipalTag/team}', 'ml', keys)).toBe(false);
    expect(holds('StringLike', '${aws:PrincipalTag/team}', 'm*', keys)).toBe(true);
  });

  it.each([
    ['${*}', '*'],
    ['${?}', '?'],
    ['${$}', '$'],
    ['${$}{aws:username}', '${aws:username}'],
  ])('%s is the character itself', (wanted, character) => {
    expect(holds('StringLike', wanted, character)).toBe(true);
    expect(holds('StringLike', wanted, 'x')).toBe(false);
    expect(holds('StringEquals', wanted, character)).toBe(true);
  });

  it.each(['$', '${', '${}', 'a$b', "${a:b, 'c}"])('is not what %j is, which is text', (text) => {
    expect(holds('StringEquals', text, text)).toBe(true);
  });

  it('is text in operators that take none', () => {
    expect(() => holds('NumericEquals', '${aws:EpochTime}', '1')).toThrow(
      "takes numbers, and '${aws:EpochTime}' is none",
    );
  });
});

describe('a resource with a policy variable', () => {
  const arn = 'arn:aws:s3:::home/${aws:PrincipalTag/team}/*';
  const subject = (keys: ConditionKeys) => ({
    action: 's3:GetObject',
    resource: 'arn:aws:s3:::home/ml/file',
    context: contextOf(keys),
  });

  it('is the one of the request', () => {
    const own = statementTest({ Action: 's3:*', Resource: arn });
    expect(own(subject(team))).toBe(true);
    expect(own(subject({ 'aws:PrincipalTag/team': 'web' }))).toBe(false);
  });

  it('is none where the variable has no value', () => {
    expect(statementTest({ Action: 's3:*', Resource: arn })(subject({}))).toBe(false);
    expect(statementTest({ Action: 's3:*', NotResource: arn })(subject({}))).toBe(true);
  });
});
