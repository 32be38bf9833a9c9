import { awsRemediation, detectiveControl, ownRemediation } from '../support/detective-control';
import { accountId, find, placeOf, reference, resource, resources, statements, synth } from '../support/synth';
import { sampleAccounts, zoneOf } from '../support/zone';

const where = { organizationalUnits: ['Sandbox'] };
const document = {
  ...ownRemediation.document,
  mainSteps: [{ name: 'pause', action: 'aws:sleep', inputs: { Duration: `\${PT1M}` } }],
};
const zone = zoneOf({
  accounts: sampleAccounts().filter(({ name, role }) => role || ['sandbox', 'partner'].includes(name)),
  controls: [
    detectiveControl('bucket-encryption', { respond: awsRemediation }),
    detectiveControl('notebook-stopped', { where, respond: { ...ownRemediation, document } }),
    detectiveControl('told-only'),
  ],
});
const stacks = synth(zone);
const sandbox = find(stacks, 'account-sandbox');
const management = find(stacks, 'account-management');

describe('the role of a remediation', () => {
  const { policy } = resource(sandbox, 'aws_iam_role_policy', 'remediation-bucket-encryption-policy');

  test('is in the account, and only Systems Manager may assume it there', () => {
    const role = resource(sandbox, 'aws_iam_role', 'remediation-bucket-encryption');
    expect(role.name).toBe('acme-ai-bucket-encryption');
    expect(statements(role.assume_role_policy).Service).toMatchObject({
      Principal: { Service: 'ssm.amazonaws.com' },
      Condition: { StringEquals: { 'aws:SourceAccount': accountId('sandbox') } },
    });
  });

  test('may do what the control says, to resources of the account', () => {
    expect(statements(policy)).toEqual({
      Repair1: {
        Sid: 'Repair1',
        Effect: 'Allow',
        Action: 's3:PutEncryptionConfiguration',
        Resource: ['arn:aws:s3:::*'],
        Condition: { StringEquals: { 'aws:ResourceAccount': accountId('sandbox') } },
      },
    });
  });

  test('is not asked whose resource it is where an action may have none', () => {
    const { policy } = resource(sandbox, 'aws_iam_role_policy', 'remediation-notebook-stopped-policy');
    expect(statements(policy).Repair1).not.toHaveProperty('Condition');
  });

  test('is published by the id of its control', () => {
    expect(sandbox.json.output.role_arns.value).toEqual({
      configRecorder: reference('aws_iam_role.config-recorder-role.arn'),
      'bucket-encryption': reference('aws_iam_role.remediation-bucket-encryption.arn'),
      'notebook-stopped': reference('aws_iam_role.remediation-notebook-stopped.arn'),
    });
  });

  test('is where the control holds, and nowhere else', () => {
    const roles = (stack: typeof sandbox) =>
      Object.keys(resources(stack, 'aws_iam_role')).filter((name) => name.startsWith('remediation-'));
    expect(roles(management)).toEqual(['remediation-bucket-encryption']);
    expect(roles(find(stacks, 'account-partner'))).toEqual([]);
    expect(find(stacks, 'account-partner').json.output.role_arns.value).toEqual({});
  });
});

describe('the document of a remediation', () => {
  const documents = resources(sandbox, 'aws_ssm_document');

  test('is made where it is ours, in each region of the account', () => {
    expect(Object.entries(documents).map(([name, body]) => [name, placeOf(zone, sandbox, body)])).toEqual([
      ['remediation-notebook-stopped-eu-central-1', 'sandbox/eu-central-1'],
      ['remediation-notebook-stopped-eu-west-1', 'sandbox/eu-west-1'],
    ]);
    expect(resources(management, 'aws_ssm_document')).toEqual({});
  });

  test('is an Automation document in JSON, under the name that the pack knows', () => {
    for (const body of Object.values(documents)) {
      expect(body).toMatchObject({
        name: 'acme-ai-notebook-stopped',
        document_type: 'Automation',
        document_format: 'JSON',
      });
      expect(JSON.parse(body.content).schemaVersion).toBe('0.3');
    }
  });

  test('leaves its own templates to Systems Manager', () => {
    for (const { content } of Object.values(documents))
      expect(JSON.parse(content).mainSteps[0].inputs.Duration).toBe(`$\${PT1M}`);
  });
});
