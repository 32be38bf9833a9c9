import { type ConformancePack, type PackRule, packTemplate } from '../../policy/conformance-pack';

const rule: PackRule = {
  name: 'notebook-in-vpc',
  description: 'Notebook instances run in a VPC',
  identifier: 'SAGEMAKER_NOTEBOOK_INSTANCE_INSIDE_VPC',
};
const remediation = {
  document: 'AWS-EnableS3BucketEncryption',
  resourceParameter: 'BucketName',
  parameters: { SSEAlgorithm: 'AES256' },
  role: 'repair',
  automatic: true,
};

const pack = (rules: readonly PackRule[], parameters = {}): ConformancePack => ({
  name: 'baseline',
  parameters,
  rules,
});
const render = (rules: readonly PackRule[], parameters = {}) => JSON.parse(packTemplate(pack(rules, parameters)));
const manyRules = (count: number, description = 'x') =>
  Array.from({ length: count }, (_, index) => ({ ...rule, name: `rule-${index}`, description }));

describe('packTemplate', () => {
  it('makes a managed Config rule of each rule, under a logical id of letters and digits', () => {
    expect(render([{ ...rule, resourceTypes: ['AWS::SageMaker::NotebookInstance'] }]).Resources).toEqual({
      NotebookInVpc: {
        Type: 'AWS::Config::ConfigRule',
        Properties: {
          ConfigRuleName: 'notebook-in-vpc',
          Description: 'Notebook instances run in a VPC',
          Source: { Owner: 'AWS', SourceIdentifier: 'SAGEMAKER_NOTEBOOK_INSTANCE_INSIDE_VPC' },
          Scope: { ComplianceResourceTypes: ['AWS::SageMaker::NotebookInstance'] },
        },
      },
    });
  });

  it('gives a periodic rule no scope', () => {
    expect(render([rule]).Resources.NotebookInVpc.Properties).not.toHaveProperty('Scope');
  });

  it('declares no parameters where it has none', () => {
    expect(Object.keys(render([rule]))).toEqual(['Resources']);
  });

  it('declares each parameter with its value, and has the rule refer to it', () => {
    const template = render([{ ...rule, parameters: { kmsKeyArns: 'Keys' } }], { Keys: 'arn:aws:kms:…' });
    expect(template.Parameters).toEqual({ Keys: { Type: 'String', Default: 'arn:aws:kms:…' } });
    expect(template.Resources.NotebookInVpc.Properties.InputParameters).toEqual({ kmsKeyArns: { Ref: 'Keys' } });
  });

  it('has a remediation follow its rule and repair the resource that broke it', () => {
    const { NotebookInVpc, NotebookInVpcRemediation: repair } = render([{ ...rule, remediation }]).Resources;
    expect(repair.DependsOn).toBe('NotebookInVpc');
    expect(repair.Properties).toMatchObject({
      ConfigRuleName: NotebookInVpc.Properties.ConfigRuleName,
      TargetType: 'SSM_DOCUMENT',
      TargetId: 'AWS-EnableS3BucketEncryption',
      Automatic: true,
      Parameters: {
        BucketName: { ResourceValue: { Value: 'RESOURCE_ID' } },
        SSEAlgorithm: { StaticValue: { Values: ['AES256'] } },
      },
    });
  });

  it('names the remediation role of the account that the pack lands in', () => {
    const { Parameters } = render([{ ...rule, remediation }]).Resources.NotebookInVpcRemediation.Properties;
    const values = JSON.stringify(Parameters.AutomationAssumeRole.StaticValue.Values);
    expect(values).toContain(`"arn:aws:iam::\${AWS::AccountId}:role/repair"`);
  });

  it('takes 130 rules and refuses one more, by name with count, limit and source', () => {
    expect(Object.keys(render(manyRules(130)).Resources)).toHaveLength(130);
    expect(() => packTemplate(pack(manyRules(131)))).toThrow(
      "Conformance pack 'baseline' has 131 rules; the limit is 130 (AWS Config Developer Guide",
    );
  });

  it('refuses a template of more than 51,200 characters, by name with size, limit and source', () => {
    expect(() => packTemplate(pack(manyRules(100, 'x'.repeat(500))))).toThrow(
      /^Conformance pack 'baseline' has \d{5} characters; the limit is 51200 \(PutOrganizationConformancePack\)$/,
    );
  });

  it('is one line of JSON, so that no character of the quota is spent on white space', () => {
    expect(packTemplate(pack([{ ...rule, description: 'x' }]))).not.toMatch(/\s/);
  });
});
