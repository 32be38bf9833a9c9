import { GlueCatalogDatabase } from '@cdktf/provider-aws/lib/glue-catalog-database';
import { GlueCatalogTable } from '@cdktf/provider-aws/lib/glue-catalog-table';
import { auditTables, names } from '../../../schema/facts/names';
import { knownRegions } from '../../../schema/facts/regions';
import type { LandingZone } from '../../../schema/landing-zone';
import { literal } from '../../kernel/literal';
import { projectionOf } from '../../parts/partition-projection';
import { trailColumns } from './columns';
import type { AuditContext } from './context';

/**
 * Describes the trails to Glue: management events, and the AI data events of each account. Athena works out the partitions by
 * itself, so nothing has to be crawled and a new day is there at once.
 *
 * @returns the name of the database
 */
export function describeTrails(context: AuditContext): string {
  const { scope, zone, here, organizationId } = context;
  const database = new GlueCatalogDatabase(scope, 'audit-database', {
    ...here.home,
    name: names.auditDatabase(zone),
    description: 'The trails of every account',
  });
  const organizationFolder = `AWSLogs/${organizationId}`;
  const accountFolder = `${names.accountTrailPrefix}/AWSLogs`;
  // Without the organization trail, each account's own trail has its management events.
  const managementFolder = zone.services.cloudTrail.organizationTrail ? organizationFolder : accountFolder;
  describe(context, database.name, auditTables.management, 'Management events', managementFolder);
  describe(context, database.name, auditTables.data, 'Data events of AI and of the data lake', accountFolder);
  return database.name;
}

function describe(context: AuditContext, databaseName: string, name: string, description: string, folder: string) {
  const { scope, here, trailBucket } = context;
  const location = `s3://${trailBucket}/${folder}`;
  new GlueCatalogTable(scope, `audit-${name.replaceAll('_', '-')}`, {
    ...here.home,
    databaseName,
    name,
    description,
    tableType: 'EXTERNAL_TABLE',
    parameters: {
      EXTERNAL: 'TRUE',
      classification: 'cloudtrail',
      // Archived objects are left out, but for those that somebody has restored. Athena User Guide, querying-glacier.
      read_restored_glacier_objects: 'true',
      ...projection(context, location),
    },
    partitionKeys: ['account', 'region', 'day'].map((key) => ({ name: key, type: 'string' })),
    storageDescriptor: {
      location: `${location}/`,
      inputFormat: 'com.amazon.emr.cloudtrail.CloudTrailInputFormat',
      outputFormat: 'org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat',
      columns: Object.entries(trailColumns).map(([column, type]) => ({ name: column, type })),
      serDeInfo: { serializationLibrary: 'org.apache.hive.hcatalog.data.JsonSerDe' },
    },
  });
}

/** How Athena works out the partitions, and where their folders are. */
function projection({ zone, accountId }: AuditContext, location: string): Record<string, string> {
  // An account that is outside the organization writes to no trail of ours; one that left has its past here.
  const accounts = zone.accounts.filter(({ origin }) => origin !== 'external');
  return {
    ...projectionOf([
      { name: 'account', projection: { type: 'enum', values: accounts.map(accountId) } },
      { name: 'region', projection: { type: 'enum', values: regionsOf(zone) } },
      {
        name: 'day',
        projection: {
          type: 'date',
          range: [zone.audit.since.replaceAll('-', '/'), 'NOW'],
          format: 'yyyy/MM/dd',
          interval: 1,
          intervalUnit: 'DAYS',
        },
      },
    ]),
    'storage.location.template': `${location}/${partition('account')}/CloudTrail/${partition('region')}/${partition('day')}`,
    ...Object.fromEntries(accounts.map((account) => [names.auditAccountParameter(account.name), accountId(account)])),
  };
}

/** Athena's own placeholder. */
const partition = (key: string): string => literal(`\${${key}}`);

/** Global services record in us-east-1, governed or not. */
const regionsOf = ({ regions, retiredRegions, audit }: LandingZone): string[] =>
  [...new Set([...regions, ...retiredRegions, 'us-east-1', ...(audit.everyRegion ? knownRegions : [])])].sort();
