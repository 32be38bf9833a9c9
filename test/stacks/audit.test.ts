import type { SettingsSpec } from '../../schema/forms/settings';
import type { Json } from '../support/json';
import { accountId, output, placeOf, resource, resources, smallZone, synthOne } from '../support/synth';
import { zoneOf } from '../support/zone';

const securityOf = (settings: Partial<SettingsSpec> = {}) => synthOne(smallZone(settings), 'security');
const zone = zoneOf({ controls: [] });
const security = synthOne(zone, 'security');
const trails = output('log-archive', 'trail_bucket');
const parametersOf = (stack: typeof security, name: string): Json =>
  resource(stack, 'aws_glue_catalog_table', `audit-${name}`).parameters;

describe('the tables of the trails', () => {
  test('lie in the home region of the security account, in a database whose name needs no quotes', () => {
    const database = resource(security, 'aws_glue_catalog_database', 'audit-database');
    expect(database.name).toBe('acme_ai_audit');
    const tables = Object.values(resources(security, 'aws_glue_catalog_table'));
    expect(tables.map(({ name }) => name)).toEqual(['data_events', 'management_events']);
    for (const part of [database, ...tables]) expect(placeOf(zone, security, part)).toBe('security/eu-central-1');
  });

  test('find the organization trail and the trails of accounts where CloudTrail puts them', () => {
    const folders = {
      'management-events': `s3://${trails}/AWSLogs/${output('management', 'organization_id')}/`,
      'data-events': `s3://${trails}/ai-data-events/AWSLogs/`,
    };
    for (const [name, folder] of Object.entries(folders)) {
      const { storage_descriptor } = resource(security, 'aws_glue_catalog_table', `audit-${name}`);
      expect(storage_descriptor.location).toBe(folder);
      expect(parametersOf(security, name)['storage.location.template']).toBe(
        `${folder}$\${account}/CloudTrail/$\${region}/$\${day}`,
      );
    }
  });

  test('look for management events in the trails of accounts where there is no organization trail', () => {
    const { services } = zoneOf();
    const without = securityOf({
      services: { notifications: services.notifications, cloudTrail: { organizationTrail: false } },
    });
    const { storage_descriptor } = resource(without, 'aws_glue_catalog_table', 'audit-management-events');
    expect(storage_descriptor.location).toBe(`s3://${trails}/ai-data-events/AWSLogs/`);
  });

  test('read records of CloudTrail with the formats that Athena has for them', () => {
    const { storage_descriptor, partition_keys } = resource(
      security,
      'aws_glue_catalog_table',
      'audit-management-events',
    );
    expect(storage_descriptor).toMatchObject({
      input_format: 'com.amazon.emr.cloudtrail.CloudTrailInputFormat',
      output_format: 'org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat',
      ser_de_info: { serialization_library: 'org.apache.hive.hcatalog.data.JsonSerDe' },
    });
    expect(partition_keys).toEqual(['account', 'region', 'day'].map((name) => ({ name, type: 'string' })));
    const columns: Json[] = storage_descriptor.columns;
    expect(columns).toHaveLength(29);
    expect(columns.find(({ name }) => name === 'resources')?.type).toBe(
      'array<struct<arn:string,accountid:string,type:string>>',
    );
  });

  test('have a partition for each account that writes, each region that is or was governed, and each day since the first', () => {
    const retired = synthOne(
      zoneOf({ controls: [], settings: { retiredRegions: ['eu-west-3'], audit: { since: '2025-07-01' } } }),
      'security',
    );
    const parameters = parametersOf(retired, 'data-events');
    const inside = ['acquired', 'log-archive', 'models', 'retired', 'sandbox', 'security'];
    const ids = parameters['projection.account.values'].split(',');
    expect([...ids].sort()).toEqual([...inside.map(accountId), '111122223333'].sort());
    expect(parameters).toMatchObject({
      'projection.enabled': 'true',
      'projection.account.type': 'enum',
      'projection.region.type': 'enum',
      'projection.region.values': 'eu-central-1,eu-west-1,eu-west-3,us-east-1',
      'projection.day.type': 'date',
      'projection.day.format': 'yyyy/MM/dd',
      'projection.day.interval': '1',
      'projection.day.interval.unit': 'DAYS',
      'projection.day.range': '2025/07/01,NOW',
    });
  });

  test('go on with the accounts that were closed and have no file any more', () => {
    const closedAccounts = { 'old-models': '444455556666', 'older-models': '333333333333' };
    const stack = securityOf({ audit: { closedAccounts } });
    for (const table of ['management-events', 'data-events']) {
      const ids = parametersOf(stack, table)['projection.account.values'].split(',');
      const today = parametersOf(securityOf(), table)['projection.account.values'].split(',');
      expect(ids).toEqual([...today, '333333333333', '444455556666']);
    }
  });

  test('know nothing of a closed account that was never deployed', () => {
    const stack = securityOf({ audit: { closedAccounts: { planned: 'no-past', drafted: 'no-past' } } });
    expect(parametersOf(stack, 'data-events')).toEqual(parametersOf(securityOf(), 'data-events'));
    expect(resource(stack, 'aws_glue_catalog_table', 'audit-data-events')).not.toHaveProperty('lifecycle');
  });

  test('are not planned where a closed account has the id of one that is there, which the state alone knows', () => {
    const stack = securityOf({ audit: { closedAccounts: { 'old-models': '444455556666' } } });
    const ids = ['log-archive', 'security'].map((name) => accountId(name).slice(2, -1));
    for (const table of ['management-events', 'data-events']) {
      const [refused] = resource(stack, 'aws_glue_catalog_table', `audit-${table}`).lifecycle.precondition;
      const [, closed, present = ''] =
        /^\$\{\(length\(setintersection\(\[(.*?)\], \[(.*)\]\)\) < 1\)\}$/.exec(refused.condition) ?? [];
      expect(closed).toBe('"444455556666"');
      expect(present.split(', ')).toEqual(expect.arrayContaining(['"111122223333"', ...ids]));
      expect(refused.error_message).toContain('audit.closedAccounts in accounts/landing-zone.ts');
    }
  });

  test('look into us-east-1 always, and into every region where the settings say so', () => {
    expect(parametersOf(securityOf(), 'data-events')['projection.region.values']).toBe('eu-central-1,us-east-1');
    const everywhere = parametersOf(securityOf({ audit: { everyRegion: true } }), 'data-events');
    expect(everywhere['projection.region.values'].split(',')).toHaveLength(17);
  });

  test('know the ids of accounts by their names', () => {
    expect(parametersOf(security, 'management-events')).toMatchObject({
      'account.models': accountId('models'),
      'account.management': '111122223333',
    });
    expect(parametersOf(security, 'management-events')).not.toHaveProperty('account.partner');
  });
});

test('every bucket of the security account says how confidential it is', () => {
  const buckets = Object.values(resources(security, 'aws_s3_bucket'));
  expect(buckets.map(({ tags }) => tags['data-classification'])).toEqual(['confidential', 'confidential']);
});
