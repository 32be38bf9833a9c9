import {
  accountId,
  allResources,
  everyRegion,
  find,
  output,
  placeOf,
  reference,
  resource,
  resources,
  smallZone,
  synth,
} from '../support/synth';

const zone = smallZone({ regions: everyRegion }, ['partner']);
const stacks = synth(zone);
const partner = find(stacks, 'account-partner');
const id = '333344445555';

describe('an external account', () => {
  test('is no account of the organization', () => {
    expect(JSON.stringify(find(stacks, 'management').json)).not.toMatch(/partner|333344445555/);
  });

  test('is deployed in as itself, by the id that a person wrote down', () => {
    expect(partner.json.provider.aws[0]).toMatchObject({
      allowed_account_ids: [id],
      assume_role: [{ role_arn: `arn:aws:iam::${id}:role/OrganizationAccountAccessRole` }],
    });
  });

  test('has no recorder, trail, forwarder or role: the log archive and the bus admit the organization only', () => {
    expect([...new Set(allResources(partner).map(({ type }) => type))]).toEqual([
      'aws_ebs_encryption_by_default',
      'aws_ebs_snapshot_block_public_access',
      'aws_ec2_image_block_public_access',
      'aws_ec2_instance_metadata_defaults',
      'aws_guardduty_detector',
      'aws_guardduty_invite_accepter',
      'aws_guardduty_member',
      'aws_guardduty_member_detector_feature',
      'aws_iam_account_password_policy',
      'aws_macie2_account',
      'aws_macie2_invitation_accepter',
      'aws_macie2_member',
      'aws_s3_account_public_access_block',
    ]);
    expect(partner.json.output.role_arns.value).toEqual({});
    expect(partner.dependencies).not.toContain('log-archive');
  });

  test('is not named in a conformance pack, which would refuse an account from outside', () => {
    expect(JSON.stringify(find(stacks, 'compliance').json)).not.toContain(id);
  });
});

describe.each(zone.regions)('an external account in %s', (region) => {
  test('has each plan of GuardDuty on or explicitly off, by its administrator, once it is a member', () => {
    const plans = Object.values(resources(partner, 'aws_guardduty_member_detector_feature')).filter(
      (body) => placeOf(zone, partner, body) === `security/${region}`,
    );
    for (const plan of plans)
      expect(plan).toMatchObject({
        account_id: id,
        detector_id: output('security', 'detector_ids', region),
        depends_on: [`aws_guardduty_invite_accepter.guardduty-accept-${region}`],
      });
    expect(Object.fromEntries(plans.map(({ name, status }) => [name, status]))).toEqual({
      S3_DATA_EVENTS: 'ENABLED',
      EKS_AUDIT_LOGS: 'ENABLED',
      EBS_MALWARE_PROTECTION: 'ENABLED',
      RDS_LOGIN_EVENTS: 'ENABLED',
      RUNTIME_MONITORING: 'DISABLED',
      LAMBDA_NETWORK_LOGS: 'ENABLED',
    });
  });

  test('runs a detector of its own, is invited to that of the security account, and accepts', () => {
    const detector = resource(partner, 'aws_guardduty_detector', `guardduty-${region}`);
    const member = resource(partner, 'aws_guardduty_member', `guardduty-member-${region}`);
    const accepter = resource(partner, 'aws_guardduty_invite_accepter', `guardduty-accept-${region}`);
    expect([detector, member, accepter].map((body) => placeOf(zone, partner, body))).toEqual([
      `partner/${region}`,
      `security/${region}`,
      `partner/${region}`,
    ]);
    expect(detector.enable).toBe(true);
    expect(member).toMatchObject({
      account_id: id,
      email: 'aws+partner@example.com',
      detector_id: output('security', 'detector_ids', region),
      invite: true,
    });
    expect(member.depends_on).toEqual([`aws_guardduty_detector.guardduty-${region}`]);
    expect(accepter).toMatchObject({
      detector_id: reference(`aws_guardduty_detector.guardduty-${region}.id`),
      master_account_id: accountId('security'),
      depends_on: [`aws_guardduty_member.guardduty-member-${region}`],
    });
  });

  test('turns Macie on by itself, is invited, and accepts', () => {
    const session = resource(partner, 'aws_macie2_account', `macie-${region}`);
    const member = resource(partner, 'aws_macie2_member', `macie-member-${region}`);
    const accepter = resource(partner, 'aws_macie2_invitation_accepter', `macie-accept-${region}`);
    expect([session, member, accepter].map((body) => placeOf(zone, partner, body))).toEqual([
      `partner/${region}`,
      `security/${region}`,
      `partner/${region}`,
    ]);
    expect(member).toMatchObject({
      account_id: id,
      invite: true,
      depends_on: [`aws_macie2_account.macie-${region}`],
    });
    expect(accepter).toMatchObject({
      administrator_account_id: accountId('security'),
      depends_on: [`aws_macie2_member.macie-member-${region}`],
    });
  });
});
