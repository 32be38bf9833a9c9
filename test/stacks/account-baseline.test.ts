import type { AccountSpec } from '../../schema/forms/account';
import type { SettingsSpec } from '../../schema/forms/settings';
import { zoneWithLake } from '../support/data-lake';
import { everyRegion, find, placeOf, reference, resources, synth } from '../support/synth';
import { sampleAccounts, sampleSettings, zoneOf } from '../support/zone';

const security = { name: 'Security team', title: 'On call', email: 'security@example.com', phone: '+49 30 1234567' };
const billing = { name: 'Finance', title: 'Accounting', email: 'finance@example.com', phone: '(030) 12-34' };

const written = (settings: Partial<SettingsSpec>, ofSandbox: Partial<AccountSpec> = {}) => {
  const names = ['management', 'log-archive', 'security', 'sandbox', 'partner'];
  const accounts = sampleAccounts()
    .filter(({ name }) => names.includes(name))
    .map((account) => (account.name === 'sandbox' ? { ...account, ...ofSandbox } : account));
  const zone = zoneOf({ settings: { regions: everyRegion, ...settings }, accounts, controls: [] });
  return { zone, stacks: synth(zone) };
};

describe('alternate contacts', () => {
  const { stacks } = written(
    { contacts: { security, billing } },
    { contacts: { security: { ...security, name: 'Research' } } },
  );

  it.each(['account-management', 'account-security', 'account-partner'])('of the settings are set in %s', (stack) => {
    expect(resources(find(stacks, stack), 'aws_account_alternate_contact')).toEqual({
      'contact-billing': expect.objectContaining({
        alternate_contact_type: 'BILLING',
        name: 'Finance',
        title: 'Accounting',
        email_address: 'finance@example.com',
        phone_number: '(030) 12-34',
      }),
      'contact-security': expect.objectContaining({ alternate_contact_type: 'SECURITY', name: 'Security team' }),
    });
  });

  it('of an account go before those of the settings, kind by kind', () => {
    const names = Object.values(resources(find(stacks, 'account-sandbox'), 'aws_account_alternate_contact'));
    expect(names.map(({ name }) => name)).toEqual(['Finance', 'Research']);
  });

  it('are none where none is written', () => {
    expect(resources(find(written({}).stacks, 'account-sandbox'), 'aws_account_alternate_contact')).toEqual({});
  });
});

describe('the attributes of EC2', () => {
  const types = [
    'aws_ebs_snapshot_block_public_access',
    'aws_ec2_image_block_public_access',
    'aws_ec2_instance_metadata_defaults',
  ];
  const ec2 = (choices: SettingsSpec['services']['ec2']) =>
    written({ services: { ...sampleSettings().services, ec2: choices } });

  it('are set by a policy in the organization, and by the account itself where that does not reach', () => {
    const { zone, stacks } = ec2({ imageSharing: 'unblocked' });
    const { content } = resources(find(stacks, 'management'), 'aws_organizations_policy').ec2 ?? {};
    expect(JSON.parse(String(content)).ec2_attributes.image_block_public_access.state).toEqual({
      '@@assign': 'unblocked',
    });
    const partner = find(stacks, 'account-partner');
    for (const type of types) {
      const bodies = Object.values(resources(partner, type));
      expect(bodies.map((body) => placeOf(zone, partner, body)).sort()).toEqual(
        [...everyRegion].sort().map((region) => `partner/${region}`),
      );
      expect(resources(find(stacks, 'account-sandbox'), type)).toEqual({});
    }
    const [state, image, metadata] = types.map((type) => Object.values(resources(partner, type))[0]);
    expect(state).toMatchObject({ state: 'block-all-sharing' });
    expect(image).toMatchObject({ state: 'unblocked' });
    expect(metadata).toMatchObject({ http_tokens: 'required', http_put_response_hop_limit: 2 });
  });

  it('are left to each account where the settings say so', () => {
    const { stacks } = ec2({ imageSharing: 'not-set', snapshotSharing: 'not-set', metadataTokens: 'not-set' });
    expect(Object.keys(resources(find(stacks, 'management'), 'aws_organizations_policy'))).not.toContain('ec2');
    for (const type of types) expect(resources(find(stacks, 'account-partner'), type)).toEqual({});
  });
});

describe('quotas that an account asks for', () => {
  const gpus = { service: 'ec2', code: 'L-DB2E81BA', value: 96 };

  it('are asked for in each of its regions, or in those that are named', () => {
    const { zone, stacks } = written(
      {},
      { serviceQuotas: [gpus, { service: 'lambda', code: 'L-B99A9384', value: 2000, regions: ['eu-central-1'] }] },
    );
    const sandbox = find(stacks, 'account-sandbox');
    const asked = Object.entries(resources(sandbox, 'aws_servicequotas_service_quota'));
    expect(asked.map(([name, body]) => [name, placeOf(zone, sandbox, body), body.value])).toEqual([
      ['quota-ec2-L-DB2E81BA-eu-central-1', 'sandbox/eu-central-1', 96],
      ['quota-ec2-L-DB2E81BA-eu-west-1', 'sandbox/eu-west-1', 96],
      ['quota-lambda-L-B99A9384-eu-central-1', 'sandbox/eu-central-1', 2000],
    ]);
  });

  it('keep their address when another value is asked for, so that none is ever replaced', () => {
    const addresses = (value: number) =>
      Object.keys(
        resources(
          find(written({}, { serviceQuotas: [{ ...gpus, value }] }).stacks, 'account-sandbox'),
          'aws_servicequotas_service_quota',
        ),
      );
    expect(addresses(96)).toEqual(addresses(192));
  });
});

describe('default VPCs', () => {
  const closedIn = (settings: Partial<SettingsSpec>, ofSandbox: Partial<AccountSpec> = {}) => {
    const { stacks } = written(settings, ofSandbox);
    return Object.values(stacks).flatMap((stack) =>
      Object.keys(resources(stack, 'aws_default_vpc')).map(() => stack.name),
    );
  };

  it('are left alone unless somebody says otherwise', () => {
    expect(closedIn({})).toEqual([]);
  });

  it('are closed in vended accounts by the settings, and in another account by its own word: it may have none', () => {
    const vended = ['account-log-archive', 'account-sandbox', 'account-security'];
    expect([...new Set(closedIn({ defaultVpcs: 'close' }))]).toEqual(vended);
    expect([...new Set(closedIn({ defaultVpcs: 'close' }, { defaultVpcs: 'keep' }))]).not.toContain('account-sandbox');
    expect([...new Set(closedIn({}, { defaultVpcs: 'close' }))]).toEqual(['account-sandbox']);
  });

  it('have no rule left in their security group, and no public address in any subnet of any zone', () => {
    const sandbox = find(written({ defaultVpcs: 'close' }).stacks, 'account-sandbox');
    const region = 'eu-west-1';
    expect(resources(sandbox, 'aws_default_security_group')[`default-security-group-${region}`]).toMatchObject({
      vpc_id: reference(`aws_default_vpc.default-vpc-${region}.id`),
      ingress: [],
      egress: [],
    });
    expect(resources(sandbox, 'aws_default_subnet')[`default-subnet-${region}`]).toMatchObject({
      for_each: reference(`toset(data.aws_availability_zones.availability-zones-${region}.names)`),
      availability_zone: reference('each.value'),
      map_public_ip_on_launch: false,
    });
  });

  it('are never deleted by Terraform', () => {
    const sandbox = find(written({ defaultVpcs: 'close' }).stacks, 'account-sandbox');
    for (const type of ['aws_default_vpc', 'aws_default_subnet'])
      for (const body of Object.values(resources(sandbox, type))) expect(body.force_destroy).not.toBe(true);
  });
});

describe('Data Catalogs', () => {
  const type = 'aws_glue_data_catalog_encryption_settings';
  const lakeless = (settings: Partial<SettingsSpec>, ofSandbox: Partial<AccountSpec> = {}) =>
    Object.fromEntries(
      Object.values(written(settings, ofSandbox).stacks).flatMap((stack) => {
        const regions = Object.keys(resources(stack, type));
        return regions.length > 0 ? [[stack.name, regions.length]] : [];
      }),
    );

  it('are left alone unless somebody says otherwise', () => {
    expect(lakeless({})).toEqual({});
  });

  it('are encrypted in each region of vended accounts by the settings, and in another account by its own word', () => {
    const vended = { 'account-log-archive': 3, 'account-sandbox': 2, 'account-security': 3 };
    expect(lakeless({ dataCatalogs: 'encrypt' })).toEqual(vended);
    expect(lakeless({ dataCatalogs: 'encrypt' }, { dataCatalogs: 'keep' })).not.toHaveProperty('account-sandbox');
    expect(lakeless({}, { dataCatalogs: 'encrypt' })).toEqual({ 'account-sandbox': 2 });
  });

  it('take the key that AWS manages for Glue, which nobody needs a permission on', () => {
    const sandbox = find(written({ dataCatalogs: 'encrypt' }).stacks, 'account-sandbox');
    expect(resources(sandbox, type)['data-catalog-eu-west-1']).toMatchObject({
      data_catalog_encryption_settings: {
        encryption_at_rest: { catalog_encryption_mode: 'SSE-KMS' },
        connection_password_encryption: { return_connection_password_encrypted: false },
      },
    });
  });

  it("are the lake's own where an account has one: Terraform forgets it in the baseline, and does not switch it off", () => {
    const stacks = synth(zoneWithLake({}, { dataCatalogs: 'encrypt' }));
    const models = find(stacks, 'account-models');
    const home = 'data-catalog-eu-central-1';
    expect(Object.keys(resources(models, type)).sort()).toEqual(['data-catalog-eu-west-1']);
    expect(models.json.removed).toContainEqual({ from: `${type}.${home}`, lifecycle: { destroy: false } });
    expect(find(stacks, 'account-sandbox').json.removed ?? []).not.toContainEqual(
      expect.objectContaining({ from: `${type}.${home}` }),
    );
  });
});
