import { toldChangesIn, toldErrorsIn } from '../../deployment/told-plan';

/** What Terraform writes, one message a line. */
const told = (...messages: readonly object[]): string =>
  ['Warning of a provider', ...messages.map((message) => JSON.stringify(message)), '{ "cut'].join('\n');

const planned = (action: string, addr: string, before?: string) => ({
  '@level': 'info',
  type: 'planned_change',
  change: {
    action,
    resource: { addr, resource_type: addr.split('.')[0] ?? '' },
    ...(before !== undefined && { previous_resource: { addr: before } }),
  },
});

describe('what an apply tells that it planned', () => {
  it('is named as a saved plan names it', () => {
    const output = told(
      planned('delete', 'aws_s3_bucket.old'),
      planned('remove', 'aws_kms_key.kept'),
      planned('replace', 'aws_iam_role.renamed'),
      planned('read', 'data.aws_region.here'),
      planned('noop', 'aws_s3_bucket.same'),
    );
    expect(toldChangesIn(output)).toEqual([
      { address: 'aws_iam_role.renamed', type: 'aws_iam_role', action: 'replace' },
      { address: 'aws_kms_key.kept', type: 'aws_kms_key', action: 'forget' },
      { address: 'aws_s3_bucket.old', type: 'aws_s3_bucket', action: 'destroy' },
    ]);
  });

  it('says where a resource was that moves', () => {
    expect(toldChangesIn(told(planned('move', 'aws_kms_key.new', 'aws_kms_key.old')))).toEqual([
      { address: 'aws_kms_key.new', type: 'aws_kms_key', action: 'move', from: 'aws_kms_key.old' },
    ]);
  });

  it('has outputs once, as they are planned, and not what the stack says it was made of', () => {
    const output = told(
      planned('update', 'terraform_data.made_of'),
      {
        type: 'outputs',
        outputs: { topic: { action: 'update' }, same: { action: 'noop' }, made_of: { action: 'update' } },
      },
      { type: 'outputs', outputs: { topic: { value: 'arn' }, made_of: { value: {} } } },
    );
    expect(toldChangesIn(output)).toEqual([{ address: 'output.topic', type: 'output', action: 'update' }]);
  });

  it('has errors as Terraform writes them for people', () => {
    const error = { severity: 'error', summary: 'Instance cannot be destroyed', detail: 'It is protected.' };
    const output = told(
      { type: 'diagnostic', diagnostic: { severity: 'warning', summary: 'Deprecated' } },
      { type: 'diagnostic', diagnostic: error },
    );
    expect(toldErrorsIn(output)).toBe('Error: Instance cannot be destroyed\n\nIt is protected.');
    expect(toldErrorsIn('Error: no message')).toBe('');
  });
});
