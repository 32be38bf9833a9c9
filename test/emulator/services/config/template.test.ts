import { readTemplate } from '../../../../emulator/services/config/template';
import { AwsError } from '../../../../emulator/toolkit/errors';

const place = { account: '222222222222', region: 'eu-west-1' };
const source = { Owner: 'AWS', SourceIdentifier: 'ENCRYPTED_VOLUMES' };
const rule = (properties: object = {}) => ({
  Type: 'AWS::Config::ConfigRule',
  Properties: { ConfigRuleName: 'volumes', Source: source, ...properties },
});
const read = (template: object, inputs: object[] = []) =>
  readTemplate(JSON.stringify(template), inputs, (message) => new AwsError('Invalid', message)).forPlace(place);

test('gives a place its rules with all references resolved', () => {
  const { rules, remediations } = read(
    {
      Parameters: { Days: { Type: 'String', Default: '30' }, Key: { Type: 'String' } },
      Resources: {
        Volumes: rule({ InputParameters: { days: { Ref: 'Days' }, key: { Ref: 'Key' }, count: 3 } }),
        Fix: {
          Type: 'AWS::Config::RemediationConfiguration',
          Properties: {
            ConfigRuleName: { Ref: 'Volumes' },
            Parameters: { Role: { 'Fn::Sub': `arn:\${AWS::Partition}:iam::\${AWS::AccountId}:role/\${AWS::Region}` } },
          },
        },
      },
    },
    [
      { ParameterName: 'Days', ParameterValue: '90' },
      { ParameterName: 'Key', ParameterValue: 'k' },
    ],
  );
  expect(rules).toEqual([
    { ConfigRuleName: 'volumes', Source: source, InputParameters: '{"days":"90","key":"k","count":"3"}' },
  ]);
  expect(remediations).toEqual([
    { ConfigRuleName: 'volumes', Parameters: { Role: 'arn:aws:iam::222222222222:role/eu-west-1' } },
  ]);
});

test.each([
  ['without resources', { Resources: {} }, 'At least one Resources member must be defined.'],
  ['with another type', { Resources: { A: { Type: 'AWS::IAM::Role' } } }, 'AWS::IAM::Role'],
  ['with a resource without properties', { Resources: { A: { Type: 'AWS::Config::ConfigRule' } } }, 'no Properties'],
  ['with a rule without a name', { Resources: { A: rule({ ConfigRuleName: undefined }) } }, 'Rule A'],
  ['with a reference to nothing', { Resources: { A: rule({ InputParameters: { a: { Ref: 'B' } } }) } }, '[B]'],
  ['with a parameter that has no value', { Parameters: { P: {} }, Resources: { A: rule() } }, '[P] must have values'],
  [
    'with more than 130 rules',
    { Resources: Object.fromEntries(Array.from({ length: 131 }, (_, index) => [`R${index}`, rule()])) },
    'at most 130 rules: 131',
  ],
])('refuses a template %s', (_, template, message) => {
  expect(() => read(template)).toThrow(expect.objectContaining({ message: expect.stringContaining(message) }));
});

test('refuses a parameter that the template does not declare', () => {
  expect(() => read({ Resources: { A: rule() } }, [{ ParameterName: 'P', ParameterValue: '1' }])).toThrow(
    expect.objectContaining({ code: 'Invalid', message: 'Parameters: [P] do not exist in the template' }),
  );
});

test('says what of a template it cannot read', () => {
  const notImplemented = expect.objectContaining({ code: 'NotImplementedException' });
  expect(() => read({ Conditions: {}, Resources: { A: rule() } })).toThrow(notImplemented);
  expect(() => read({ Resources: { A: rule({ InputParameters: { a: { 'Fn::If': [] } } }) } })).toThrow(notImplemented);
  expect(() => readTemplate('Resources:\n', [], (message) => new AwsError('Invalid', message))).toThrow(notImplemented);
});
