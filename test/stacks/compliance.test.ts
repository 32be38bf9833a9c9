import { conformancePacks } from '../../policy/conformance/conformance-packs';
import { detectiveControl } from '../support/detective-control';
import { accountId, everyRegion, find, reference, resource, resources, synth } from '../support/synth';
import { sampleAccounts, zoneOf } from '../support/zone';

const controls = [
  detectiveControl('some-key', { detect: { managed: 'SOME_KEY', parameters: { keyArns: 'arn:aws:kms:…' } } }),
  detectiveControl('custom-rule', {
    detect: { lambda: 'some-check', frequency: 'One_Hour', regions: 'home' },
    where: { organizationalUnits: ['Sandbox'] },
  }),
];
const named = ['sandbox', 'retired', 'partner'];
const zoneWithout = (...left: readonly string[]) =>
  zoneOf({
    settings: { regions: everyRegion },
    accounts: sampleAccounts().filter(({ name, role }) => role || (named.includes(name) && !left.includes(name))),
    controls,
  });

const zone = zoneWithout();
const compliance = find(synth(zone), 'compliance');
const type = 'aws_config_organization_conformance_pack';
const packs = resources(compliance, type);
const packIn = (region: string) => resource(compliance, type, `pack-acme-ai-every-account-1-${region}`);
const sandboxPack = resource(compliance, type, 'pack-acme-ai-sandbox-1-eu-central-1');

describe('conformance packs', () => {
  test('are those of the controls, each in its region under its name', () => {
    expect(Object.keys(packs)).toEqual(conformancePacks(zone).map(({ name, region }) => `pack-${name}-${region}`));
    expect(packIn('eu-west-1').name).toBe('acme-ai-every-account-1');
    expect(sandboxPack.name).toBe('acme-ai-sandbox-1');
  });

  test('leave out the accounts that close, and in a region those that have no recorder there', () => {
    expect(packIn('eu-central-1').excluded_accounts).toEqual([accountId('retired')]);
    expect(packIn('us-east-1').excluded_accounts).toEqual([accountId('retired'), accountId('sandbox')]);
  });

  test('leave out the accounts that their controls are not for, which are known by their ids', () => {
    expect(sandboxPack.excluded_accounts).toEqual([
      accountId('log-archive'),
      '111122223333',
      accountId('retired'),
      accountId('security'),
    ]);
  });

  test('leave out nobody where every account has a recorder', () => {
    const everybody = find(synth(zoneWithout('sandbox', 'retired')), 'compliance');
    expect(Object.keys(resources(everybody, type))).toHaveLength(3);
    for (const pack of Object.values(resources(everybody, type))) expect(pack).not.toHaveProperty('excluded_accounts');
  });

  test('leave the pseudo parameters of AWS to AWS', () => {
    expect(sandboxPack.template_body).toContain(`$\${AWS::AccountId}`);
    for (const { template_body } of Object.values(packs)) expect(template_body).not.toMatch(/(?<!\$)\$\{/);
  });

  test('carry the parameters that their template declares, and no others', () => {
    for (const { template_body, input_parameter } of Object.values(packs)) {
      const { Parameters = {} } = JSON.parse(template_body.replaceAll('$$', '$'));
      const given: { parameter_name: string }[] = input_parameter;
      expect(given.map(({ parameter_name }) => parameter_name)).toEqual(Object.keys(Parameters));
    }
    expect(packIn('eu-west-1').input_parameter).toEqual([
      { parameter_name: 'SomeKeyParamKeyArns', parameter_value: 'arn:aws:kms:…' },
    ]);
  });

  test('have half an hour to reach every account', () => {
    for (const { timeouts } of Object.values(packs))
      expect(timeouts).toEqual({ create: '30m', update: '30m', delete: '30m' });
  });

  test('publish their ARN by name and region', () => {
    const ids = conformancePacks(zone).map(({ name, region }) => [
      `${name}/${region}`,
      reference(`${type}.pack-${name}-${region}.arn`),
    ]);
    expect(compliance.json.output.pack_arns.value).toEqual(Object.fromEntries(ids));
  });
});
