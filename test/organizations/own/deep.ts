import type { AccountSpec } from '../../../schema/forms/account';
import { coreAccounts, type Organization, saidOfSampleCards, saidOfSamplePlaces, samplePlaces } from './organization';

const brazil = 'Business/Americas/Brazil';
const germany = 'Business/Europe/Germany';
const account = (name: string, ou: string, more: Partial<AccountSpec> = {}): AccountSpec => ({
  name,
  email: `aws+${name}@globex.example`,
  ou,
  owner: 'research',
  ...more,
});

const lakeOf = (...columns: readonly { readonly name: string; readonly type: string }[]) => ({
  databases: [{ name: 'trials', tables: [{ name: 'visits', format: 'parquet' as const, columns }] }],
});

/** A group of companies: OUs five levels deep, and countries that work in their own region. */
export const deep: Organization = {
  settings: {
    name: 'globex',
    homeRegion: 'eu-central-1',
    regions: ['eu-central-1', 'us-east-1', 'sa-east-1'],
    organizationalUnits: [
      'Foundation/Security/Logs',
      `${germany}/Research/Models`,
      `${germany}/Research/Serving`,
      `${brazil}/Research/Models`,
      `${brazil}/Shop`,
      'Playground',
      'Suspended',
    ],
    places: {
      aiAccounts: { organizationalUnits: ['Business', 'Playground'] },
      workloads: { organizationalUnits: ['Business'] },
      securityAccounts: { organizationalUnits: ['Foundation'] },
      suspended: { organizationalUnits: ['Suspended'] },
    },
    services: { notifications: { emails: ['security@globex.example'] } },
  },
  accounts: [
    ...coreAccounts('globex.example', 'Foundation/Security', 'Foundation/Security/Logs'),
    account('de-models', `${germany}/Research/Models`, {
      ai: { dataClassification: 'restricted', dataLake: lakeOf({ name: 'visit', type: 'string' }) },
    }),
    account('de-serving', `${germany}/Research/Serving`, { ai: { dataClassification: 'restricted', bedrock: {} } }),
    account('br-models', `${brazil}/Research/Models`, {
      regions: ['eu-central-1', 'sa-east-1'],
      ai: { dataClassification: 'restricted' },
    }),
    account('br-shop', `${brazil}/Shop`, { regions: ['eu-central-1', 'sa-east-1'] }),
    account('playground', 'Playground'),
  ],
  firstTry: {
    settings: { regions: ['eu-central-1', 'us-east-1'], places: samplePlaces },
    accounts: {
      'de-models': { ai: { dataClassification: 'restricted', dataLake: lakeOf() } },
      'de-serving': { ai: { bedrock: {} } },
      'br-models': { regions: ['sa-east-1'] },
      'br-shop': { regions: ['sa-east-1'] },
    },
  },
  said: [
    saidOfSamplePlaces,
    'accounts/de-models.ts ai.dataLake.databases[0].tables[0].columns',
    'accounts/de-serving.ts ai.dataClassification',
    ...['br-models', 'br-shop'].flatMap((name) => [`accounts/${name}.ts regions`, `accounts/${name}.ts regions[0]`]),
    ...saidOfSampleCards,
  ],
};
