import { emptyLedger } from '../../../schema/forms/ledger';
import { returnProblems, takeUp } from '../../../stacks/kernel/take-up';

describe('what was kept and is written again', () => {
  const provider = 'aws.models-eu-west-1';
  const resource = {
    aws_s3_bucket: { notes: { provider, bucket: 'acme-notes' } },
    aws_s3_bucket_policy: { notes: { provider, bucket: `\${aws_s3_bucket.notes.id}` } },
    aws_iam_role: { copies: { provider, name: 'acme-copies' } },
    aws_kms_key: { notes: { provider } },
    aws_kms_alias: {
      other: { provider, name: 'alias/acme-other', target_key_id: `\${aws_kms_key.other.key_id}` },
      alias: { provider, name: 'alias/acme-notes', target_key_id: `\${aws_kms_key.notes.key_id}` },
    },
  };
  const kept = {
    'aws_s3_bucket.notes': ['aws_iam_role.copies', 'aws_s3_bucket_policy.notes'],
    'aws_kms_key.notes': ['aws_kms_alias.alias'],
    'aws_s3_bucket.absent': ['aws_iam_role.copies'],
  };

  it('is imported once each, and of what belongs to it that which AWS makes no second time', () => {
    expect(takeUp({ resource }, kept)).toEqual({
      import: [
        { to: 'aws_iam_role.copies', id: 'acme-copies' },
        { to: 'aws_kms_alias.alias', id: 'alias/acme-notes' },
        { to: 'aws_kms_key.notes', id: `\${data.aws_kms_alias.notes.target_key_id}` },
        { to: 'aws_s3_bucket.notes', id: 'acme-notes' },
      ],
      data: { aws_kms_alias: { notes: { provider, name: 'alias/acme-notes' } } },
    });
  });

  it('is asked for in the region that it names, where a resource names one', () => {
    const inWest = (bodies: Readonly<Record<string, object>>) =>
      Object.fromEntries(Object.entries(bodies).map(([name, body]) => [name, { ...body, region: 'eu-west-1' }]));
    const placed = Object.fromEntries(
      Object.entries(resource).map(([type, bodies]) => [type, type === 'aws_iam_role' ? bodies : inWest(bodies)]),
    );
    const { import: imports, data } = takeUp({ resource: placed }, kept);
    expect(imports?.map(({ id }) => id)).toEqual([
      'acme-copies',
      'alias/acme-notes@eu-west-1',
      `\${data.aws_kms_alias.notes.target_key_id}@eu-west-1`,
      'acme-notes@eu-west-1',
    ]);
    expect(data?.aws_kms_alias?.notes).toEqual({ provider, region: 'eu-west-1', name: 'alias/acme-notes' });
  });

  it('stands beside what the stack imports and reads itself, and takes the place of none of it', () => {
    const own = { to: 'aws_s3_bucket.notes', id: 'as the settings say' };
    const data = { terraform_remote_state: { management: {} } };
    const taken = takeUp({ resource, import: [own], data }, kept);
    expect(taken.import?.filter(({ to }) => to === own.to)).toEqual([own]);
    expect(Object.keys(taken.data ?? {})).toEqual(['terraform_remote_state', 'aws_kms_alias']);
  });

  it('is nothing while it is not written', () => {
    expect(takeUp({ resource: {} }, kept)).toEqual({});
  });

  it('is a defect of this program where a key has no alias', () => {
    expect(() => takeUp({ resource: { aws_kms_key: { notes: {} } } }, kept)).toThrow(
      'aws_kms_key.notes was kept in AWS, and has no alias',
    );
  });
});

describe('what was kept and is written again, and cannot be taken up', () => {
  const stack = 'management';
  const unit = 'aws_organizations_organizational_unit.ou-Lab';
  const role = 'aws_iam_role.exempt-role-BreakGlass';
  const resource = {
    aws_organizations_organizational_unit: { 'ou-Lab': {} },
    aws_iam_role: { 'exempt-role-BreakGlass': {} },
  };
  const ledger = { ...emptyLedger, kept: { [stack]: { [unit]: [], [role]: [] } } };
  const adopted = [{ to: unit, id: 'ou-ab12-11112222' }];

  it('is an OU without its id, which AWS alone knows, and the way out is said', () => {
    expect(returnProblems({ resource }, { ledger, stack, isProtected: true })).toEqual([
      {
        file: 'landing-zone.lock.json',
        field: 'kept',
        value: unit,
        rule: expect.stringContaining('its id is nowhere in the settings'),
        fix: 'write its id there, as adopt; if AWS has it no more, take the line out of landing-zone.lock.json',
      },
    ]);
    expect(returnProblems({ resource, import: adopted }, { ledger, stack, isProtected: true })).toEqual([]);
  });

  it('is what comes back while protection is off, unless a deployment took it up before', () => {
    const problemsOf = (known: typeof ledger) =>
      returnProblems({ resource, import: adopted }, { ledger: known, stack, isProtected: false });
    expect(problemsOf(ledger).map(({ value, fix }) => [value, fix])).toEqual([
      [role, expect.stringContaining("write protection: 'on', run npx landing-zone lock and deploy")],
    ]);
    expect(problemsOf({ ...ledger, protected: { [stack]: { [unit]: [], [role]: [] } } })).toEqual([]);
  });
});
