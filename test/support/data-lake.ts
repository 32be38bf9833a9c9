import type { AccountSpec } from '../../schema/forms/account';
import type { LandingZone } from '../../schema/landing-zone';
import { sampleAccounts, type ZoneChange, zoneOf } from './zone';

type Workload = NonNullable<AccountSpec['ai']>;
type LakeSpec = NonNullable<Workload['dataLake']>;

/** A lake that uses every kind of grant once; each call gives a new object, so a test may change it. */
export const sampleLake = () =>
  ({
    roles: [
      { name: 'Trainer', trusts: 'sagemaker.amazonaws.com' },
      { name: 'Researcher', trusts: 'account' },
      { name: 'DataSteward' },
    ],
    administrators: ['DataSteward'],
    clearance: ['Researcher'],
    tags: { sensitivity: ['open', 'internal', 'personal'] },
    databases: [
      {
        name: 'clinical',
        tags: { sensitivity: 'internal' },
        tables: [
          {
            name: 'admissions',
            format: 'parquet',
            columns: [
              { name: 'patient', type: 'string', personal: true, tags: { sensitivity: 'personal' } },
              { name: 'age', type: 'int' },
              { name: 'ward', type: 'string' },
              { name: 'home', type: 'struct<city:string>', personal: true, tags: { sensitivity: 'personal' } },
            ],
            partitionKeys: [{ name: 'year', type: 'int' }],
          },
          { name: 'wards', format: 'csv', columns: [{ name: 'ward', type: 'string' }], tags: { sensitivity: 'open' } },
        ],
      },
    ],
    grants: [
      { name: 'wards', to: [{ role: 'Trainer' }, { ou: 'Sandbox' }], table: 'clinical.wards' },
      { name: 'triage', to: [{ role: 'Trainer' }], table: 'clinical.admissions', columns: ['age', 'year'] },
      {
        name: 'adults',
        to: [{ account: 'sandbox' }],
        table: 'clinical.admissions',
        exceptColumns: ['patient', 'home'],
        rows: 'age > 17',
      },
      { name: 'all', to: [{ role: 'Researcher' }], table: 'clinical.admissions', exceptColumns: ['home'] },
      { name: 'cities', to: [{ role: 'Researcher' }], table: 'clinical.admissions', columns: ['home.city'] },
    ],
    tagGrants: [{ name: 'open', to: [{ role: 'Trainer' }, { account: 'sandbox' }], tags: { sensitivity: ['open'] } }],
  }) satisfies LakeSpec;

/** The accounts of the sample, of which `models` has this lake; not typed, because it may be wrong. */
export const withLake = (dataLake: object): object[] =>
  sampleAccounts().map((account) =>
    account.name === 'models' ? { ...account, ai: { ...account.ai, dataLake } } : account,
  );

/** A landing zone with this change to the sample lake; without controls, so that it synthesizes fast. */
export const zoneWithLake = (changed: object = {}, settings: ZoneChange['settings'] = {}): LandingZone =>
  zoneOf({
    settings: { regions: ['eu-central-1', 'eu-west-1'], ...settings },
    accounts: withLake({ ...sampleLake(), ...changed }) as ZoneChange['accounts'],
    controls: [],
  });
