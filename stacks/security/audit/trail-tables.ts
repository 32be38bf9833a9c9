import { GlueCatalogDatabase } from '@cdktf/provider-aws/lib/glue-catalog-database';
import { GlueCatalogTable } from '@cdktf/provider-aws/lib/glue-catalog-table';
import { Fn, Op, type TerraformResourceLifecycle } from 'cdktf';
import type { Construct } from 'constructs';
import { auditTables, names } from '../../../schema/facts/names';
import { knownRegions } from '../../../schema/facts/regions';
import { trailColumns, trailPartitions } from '../../../schema/facts/trail-columns';
import { closedIds } from '../../../schema/forms/audit';
import { settingsFile } from '../../../schema/forms/settings';
import type { Account, LandingZone } from '../../../schema/landing-zone';
import { LandingZoneStack } from '../../kernel/landing-zone-stack';
import { literal } from '../../kernel/literal';
import { Part } from '../../kernel/part';
import { projectionOf } from '../../parts/partition-projection';

export interface TrailTablesProps {
  readonly organizationId: string;
  readonly trailBucket: string;
}

/**
 * Describes the trails to Glue: management events, and the AI data events of each account. Athena works out the partitions by
 * itself, so nothing has to be crawled and a new day is there at once.
 */
export class TrailTables extends Part {
  /** The name of the database. */
  readonly database: string;

  constructor(scope: Construct, id: string, { organizationId, trailBucket }: TrailTablesProps) {
    super(scope, id);
    const { zone, here } = LandingZoneStack.of(this);
    this.database = new GlueCatalogDatabase(this, 'audit-database', {
      ...here.home,
      name: names.auditDatabase(zone),
      description: 'The trails of every account',
    }).name;
    const organization = `s3://${trailBucket}/AWSLogs/${organizationId}`;
    const accounts = `s3://${trailBucket}/${names.accountTrailPrefix}/AWSLogs`;
    // Without the organization trail, each account's own trail has its management events.
    const management = zone.services.cloudTrail.organizationTrail ? organization : accounts;
    this.describe(auditTables.management, 'Management events', management);
    this.describe(auditTables.data, 'Data events of AI and of the data lake', accounts);
  }

  private describe(name: string, description: string, location: string): void {
    const stack = LandingZoneStack.of(this);
    new GlueCatalogTable(this, `audit-${name.replaceAll('_', '-')}`, {
      ...stack.here.home,
      databaseName: this.database,
      name,
      description,
      tableType: 'EXTERNAL_TABLE',
      lifecycle: tryOnceEach(stack),
      parameters: {
        EXTERNAL: 'TRUE',
        classification: 'cloudtrail',
        // What earlier releases archived is left out, but for what somebody has restored. Athena User Guide, querying-glacier.
        read_restored_glacier_objects: 'true',
        ...projection(stack, location),
      },
      partitionKeys: trailPartitions.map((key) => ({ name: key, type: 'string' })),
      storageDescriptor: {
        location: `${location}/`,
        inputFormat: 'com.amazon.emr.cloudtrail.CloudTrailInputFormat',
        outputFormat: 'org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat',
        columns: Object.entries(trailColumns).map(([column, type]) => ({
          name: column.toLowerCase(),
          type: type.toLowerCase(),
        })),
        serDeInfo: { serializationLibrary: 'org.apache.hive.hcatalog.data.JsonSerDe' },
      },
    });
  }
}

/** An account that is outside the organization writes to no trail of ours; one that was closed has its past here. */
const insideOf = ({ accounts }: LandingZone): readonly Account[] =>
  accounts.filter(({ origin }) => origin !== 'external');

/** Refuses a plan in which a closed account has the id of a vended one, which nobody but AWS knows before: its events would count twice. */
function tryOnceEach(stack: LandingZoneStack): TerraformResourceLifecycle | undefined {
  const closed = Object.values(closedIds(stack.zone.audit.closedAccounts)).sort();
  if (closed.length === 0) return undefined;
  const vended = insideOf(stack.zone).map((account) => stack.accountId(account));
  const shared = Fn.setintersection(closed, [vended]);
  return {
    precondition: [
      {
        // CDKTF writes a 0 as `undefined`.
        condition: Op.lt(Fn.lengthOf(shared), 1),
        errorMessage: `audit.closedAccounts in ${settingsFile} has the id of an account that is there: remove it, or put the id right.`,
      },
    ],
  };
}

/** How Athena works out the partitions, and where their folders are. */
function projection(stack: LandingZoneStack, location: string): Record<string, string> {
  const { zone } = stack;
  const accountId = (account: Account) => stack.accountId(account);
  const accounts = insideOf(zone);
  const closed = Object.values(closedIds(zone.audit.closedAccounts)).sort();
  return {
    ...projectionOf([
      { name: 'account', projection: { type: 'enum', values: [...accounts.map(accountId), ...closed] } },
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
