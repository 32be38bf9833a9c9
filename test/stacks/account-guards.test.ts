import { accountId, everyRegion, find, output, placeOf, resource, resources, smallZone, synth } from '../support/synth';

const zone = smallZone({ regions: everyRegion }, ['sandbox', 'partner']);
const stacks = synth(zone);
const active = Object.values(stacks).filter(({ name }) => name.startsWith('account-'));
const sandbox = find(stacks, 'account-sandbox');

describe('guards', () => {
  test.each(active)('close every bucket of $name to the public', (stack) => {
    expect(resource(stack, 'aws_s3_account_public_access_block', 's3-public-access-block')).toMatchObject({
      block_public_acls: true,
      block_public_policy: true,
      ignore_public_acls: true,
      restrict_public_buckets: true,
    });
  });

  test.each(active)('encrypt every new volume of $name, in each of its regions', (stack) => {
    const { regions } = zone.accounts.find(({ name }) => stack.name === `account-${name}`) ?? { regions: [] };
    const defaults = resources(stack, 'aws_ebs_encryption_by_default');
    expect(Object.keys(defaults)).toEqual([...regions].sort().map((region) => `ebs-encryption-${region}`));
    for (const { enabled } of Object.values(defaults)) expect(enabled).toBe(true);
  });

  test.each(active)('ask for long passwords of every kind of character in $name', (stack) => {
    expect(resource(stack, 'aws_iam_account_password_policy', 'password-policy')).toMatchObject({
      minimum_password_length: 14,
      password_reuse_prevention: 24,
      max_password_age: 90,
      require_lowercase_characters: true,
      require_uppercase_characters: true,
      require_numbers: true,
      require_symbols: true,
    });
  });
});

describe('membership of an account of the organization', () => {
  const members = (type: string) => Object.entries(resources(sandbox, type));

  test('is made from the side of the security account, in each region of the account', () => {
    for (const type of ['aws_guardduty_member', 'aws_macie2_member']) {
      const places = members(type).map(([, body]) => placeOf(zone, sandbox, body));
      expect(places).toEqual(['security/eu-central-1', 'security/eu-west-1']);
    }
  });

  test('joins the detector of the region, without an invitation', () => {
    for (const [name, member] of members('aws_guardduty_member')) {
      const region = name.replace('guardduty-member-', '');
      expect(member).toMatchObject({
        account_id: accountId('sandbox'),
        email: 'aws+sandbox@example.com',
        detector_id: output('security', 'detector_ids', region),
        lifecycle: { ignore_changes: ['email', 'invite'] },
      });
      expect(member).not.toHaveProperty('invite');
    }
  });

  test('enables Macie, and takes no notice of the address that AWS does not give back', () => {
    for (const [, member] of members('aws_macie2_member')) {
      expect(member).toMatchObject({
        account_id: accountId('sandbox'),
        status: 'ENABLED',
        lifecycle: { ignore_changes: ['email'] },
      });
      expect(member).not.toHaveProperty('invite');
    }
  });

  test('needs no detector and no session in the account, which would race with auto-enable', () => {
    for (const stack of active.filter(({ name }) => name !== 'account-partner'))
      for (const type of ['aws_guardduty_detector', 'aws_macie2_account']) expect(resources(stack, type)).toEqual({});
  });

  test('is not for the security account: the administrator is no member of itself', () => {
    const security = find(stacks, 'account-security');
    for (const type of ['aws_guardduty_member', 'aws_macie2_member']) expect(resources(security, type)).toEqual({});
    expect(Object.keys(resources(security, 'aws_config_configuration_recorder'))).toHaveLength(3);
  });
});
