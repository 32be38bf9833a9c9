import { organizationIdMarker } from '../../schema/forms/control';
import { madeControl } from '../support/made-control';
import { reference, resources, synth, synthOne } from '../support/synth';
import { sampleAccounts, zoneOf } from '../support/zone';

const root = reference('aws_organizations_organization.organization.roots[0].id');
const unit = (path: string): string => reference(`aws_organizations_organizational_unit.ou-${path}.id`);
const account = (name: string): string => reference(`aws_organizations_account.account-${name}.id`);
const policyId = (name: string): string => reference(`aws_organizations_policy.${name}.id`);

const outsiders = { StringNotEquals: { 'aws:PrincipalOrgID': organizationIdMarker } };
const controls = [
  madeControl({ id: 'both', prevent: { scp: [{ Action: 's3:A' }], rcp: [{ Action: 's3:*', Condition: outsiders }] } }),
  madeControl({
    id: 'units',
    where: { organizationalUnits: ['Sandbox', 'Workloads/MachineLearning'] },
    prevent: { scp: [{ Action: 's3:B', Resource: `arn:aws:s3:::home-\${aws:PrincipalTag/team}` }] },
  }),
  madeControl({ id: 'tagged', where: { accountTags: { tier: 'gold' } }, prevent: { scp: [{ Action: 's3:C' }] } }),
];
const settings = { regions: ['eu-central-1'] };
const accounts = sampleAccounts().map(({ regions: _, ...each }) =>
  ['models', 'management'].includes(each.name) ? { ...each, tags: { tier: 'gold' } } : each,
);
const management = synthOne(zoneOf({ settings, accounts, controls }), 'management');
const policies = resources(management, 'aws_organizations_policy');
const attachments = resources(management, 'aws_organizations_policy_attachment');

describe('policies of the organization', () => {
  test('are one resource each, named by type and node, beside those that declare how services are set', () => {
    expect(Object.entries(policies).map(([id, { name, type }]) => [id, name, type])).toEqual([
      ['ai-opt-out', 'acme-ai-ai-opt-out', 'AISERVICES_OPT_OUT_POLICY'],
      ['ec2', 'acme-ai-ec2', 'DECLARATIVE_POLICY_EC2'],
      ['rcp-root-resources-1', 'acme-ai-root-resources-1', 'RESOURCE_CONTROL_POLICY'],
      ['scp-root-1', 'acme-ai-root-1', 'SERVICE_CONTROL_POLICY'],
      ['scp-sandbox-1', 'acme-ai-sandbox-1', 'SERVICE_CONTROL_POLICY'],
      ['scp-tagged-tier-gold-1', 'acme-ai-tagged-tier-gold-1', 'SERVICE_CONTROL_POLICY'],
      ['scp-workloads-machine-learning-1', 'acme-ai-workloads-machine-learning-1', 'SERVICE_CONTROL_POLICY'],
      ['tags', 'acme-ai-tags', 'TAG_POLICY'],
    ]);
  });

  test('are attached to the root, to OUs and to accounts, once for each', () => {
    expect(Object.entries(attachments).map(([id, { policy_id, target_id }]) => [id, policy_id, target_id])).toEqual([
      ['ai-opt-out-at-root', policyId('ai-opt-out'), root],
      ['ec2-at-root', policyId('ec2'), root],
      ['rcp-root-resources-1-at-root', policyId('rcp-root-resources-1'), root],
      ['scp-root-1-at-root', policyId('scp-root-1'), root],
      ['scp-sandbox-1-at-ou-Sandbox', policyId('scp-sandbox-1'), unit('Sandbox')],
      ['scp-tagged-tier-gold-1-at-account-models', policyId('scp-tagged-tier-gold-1'), account('models')],
      [
        'scp-workloads-machine-learning-1-at-ou-Workloads-MachineLearning',
        policyId('scp-workloads-machine-learning-1'),
        unit('Workloads-MachineLearning'),
      ],
      ['tags-at-root', policyId('tags'), root],
    ]);
  });

  test('of one node are saved and attached from the highest number down: what moves is in force there before it leaves', () => {
    const long = [1, 2, 3].map((id) =>
      madeControl({
        id: `long-${id}`,
        prevent: { scp: [{ Action: 's3:A', Resource: `arn:aws:s3:::${String(id).repeat(6000)}` }] },
      }),
    );
    const three = resources(
      synthOne(zoneOf({ settings, accounts, controls: long }), 'management'),
      'aws_organizations_policy',
    );
    const first = 'aws_organizations_organization.organization';
    expect([1, 2, 3].map((number) => three[`scp-root-${number}`]?.depends_on)).toEqual([
      [first, 'aws_organizations_policy_attachment.scp-root-2-at-root'],
      [first, 'aws_organizations_policy_attachment.scp-root-3-at-root'],
      [first],
    ]);
  });

  test('are of types that the organization has switched on, and wait for it', () => {
    const { enabled_policy_types } = resources(management, 'aws_organizations_organization').organization ?? {};
    for (const { type, depends_on } of Object.values(policies)) {
      expect(enabled_policy_types).toContain(type);
      expect(depends_on).toEqual(['aws_organizations_organization.organization']);
    }
  });

  test('name the organization by the id that AWS gives it', () => {
    const { content } = policies['rcp-root-resources-1'] ?? {};
    expect(JSON.parse(content).Statement[0].Condition).toEqual({
      StringNotEquals: { 'aws:PrincipalOrgID': reference('aws_organizations_organization.organization.id') },
    });
    expect(JSON.stringify(management.json)).not.toContain(organizationIdMarker);
  });

  test('keep the policy variables of AWS from Terraform', () => {
    expect(policies['scp-sandbox-1']?.content).toContain(`arn:aws:s3:::home-$\${aws:PrincipalTag/team}`);
  });

  test('say which controls they keep', () => {
    expect(policies['scp-sandbox-1']?.description).toBe('Keeps units');
  });
});

describe('policies that do not fit', () => {
  test('stop the synth, and name the node', () => {
    const rcp = [{ Action: 's3:A', Resource: `arn:aws:s3:::${'x'.repeat(5200)}` }];
    const zone = zoneOf({ settings, accounts, controls: [madeControl({ prevent: { rcp } })] });
    expect(() => synth(zone)).toThrow(/nothing was written\.[\s\S]*one statement for Root has 5,\d{3}/);
  });
});
