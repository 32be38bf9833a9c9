import { accountId, everyRegion, find, reference, resource, resources, smallZone, synth } from '../support/synth';
import { sampleSettings } from '../support/zone';

const zone = smallZone({ regions: everyRegion }, ['sandbox', 'retired', 'partner']);
const compliance = find(synth(zone), 'compliance');
const type = 'aws_config_organization_conformance_pack';
const packs = resources(compliance, type);
const packIn = (region: string) => resource(compliance, type, `pack-acme-ai-ai-baseline-${region}`);

describe('conformance packs', () => {
  test('are one in each governed region, under one name', () => {
    expect(Object.keys(packs)).toEqual([...zone.regions].sort().map((region) => `pack-acme-ai-ai-baseline-${region}`));
    expect(new Set(Object.values(packs).map(({ name }) => name))).toEqual(new Set(['acme-ai-ai-baseline']));
  });

  test('leave out the accounts that close, and in a region those that have no recorder there', () => {
    expect(packIn('eu-central-1').excluded_accounts).toEqual([accountId('retired')]);
    expect(packIn('us-east-1').excluded_accounts).toEqual([accountId('retired'), accountId('sandbox')]);
  });

  test('leave out nobody where every account has a recorder', () => {
    const everybody = find(synth(smallZone({}, ['models', 'partner'])), 'compliance');
    for (const pack of Object.values(resources(everybody, type))) expect(pack).not.toHaveProperty('excluded_accounts');
  });

  test('leave the pseudo parameters of AWS to AWS', () => {
    for (const { template_body } of Object.values(packs)) {
      expect(template_body).toContain(`$\${AWS::AccountId}`);
      expect(template_body).not.toMatch(/(?<!\$)\$\{/);
    }
  });

  test('carry the parameters that their template declares, and no others', () => {
    const key = 'arn:aws:kms:eu-central-1:111122223333:key/1234';
    const { services } = sampleSettings();
    const settings = { services: { ...services, config: { sagemakerEndpointKmsKeyArns: [key] } } };
    const pack = resource(
      find(synth(smallZone(settings)), 'compliance'),
      type,
      'pack-acme-ai-ai-baseline-eu-central-1',
    );
    expect(pack.input_parameter).toEqual([{ parameter_name: 'SagemakerEndpointKmsKeyArns', parameter_value: key }]);
    expect(Object.keys(JSON.parse(pack.template_body).Parameters)).toEqual(['SagemakerEndpointKmsKeyArns']);
    expect(packIn('eu-west-1').input_parameter).toEqual([]);
    expect(JSON.parse(packIn('eu-west-1').template_body)).not.toHaveProperty('Parameters');
  });

  test('have half an hour to reach every account', () => {
    for (const { timeouts } of Object.values(packs))
      expect(timeouts).toEqual({ create: '30m', update: '30m', delete: '30m' });
  });

  test('publish their ARN by region', () => {
    expect(compliance.json.output.pack_arns.value).toEqual(
      Object.fromEntries(
        zone.regions.map((region) => [region, reference(`${type}.pack-acme-ai-ai-baseline-${region}.arn`)]),
      ),
    );
  });
});
