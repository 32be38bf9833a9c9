import { problemsOf, refuses } from '../../support/bad-input';
import { sampleLake, withLake } from '../../support/data-lake';

const lake = sampleLake();
const [clinical] = lake.databases;
const [admissions = {}, wards = {}] = clinical?.tables ?? [];
const file = 'accounts/models.ts';
const change = (changed: object) => ({ file, accounts: withLake({ ...lake, ...changed }) });
const tables = (...list: object[]) => change({ databases: [{ ...clinical, tables: list }], grants: [], tagGrants: [] });
const at = (field: string) => `ai.dataLake.${field}`;

describe('a data lake', () => {
  it('may use every kind of grant', () => {
    expect(problemsOf({ accounts: withLake(lake) })).toEqual([]);
  });

  it('may have LF-tags with every character that Lake Formation takes in a key', () => {
    const keyed = { tags: { ...lake.tags, 'team:data': ['ml'], größe: ['a'], '1st_%': ['b'] } };
    expect(problemsOf({ accounts: withLake({ ...lake, ...keyed }) })).toEqual([]);
  });

  refuses([
    {
      title: 'a lake without a database',
      ...change({ databases: [], grants: [], tagGrants: [] }),
      field: at('databases'),
      value: [],
      rule: 'must have a database: a lake without one is left out as a whole',
      fix: 'write at least 1 item',
    },
    {
      title: 'the key of an LF-tag in capitals, which Lake Formation would not keep',
      ...change({ tags: { ...lake.tags, Team: ['ml'] } }),
      field: at('tags.Team'),
      value: ['ml'],
      rule: 'Lake Formation keeps LF-tags in lower case',
      fix: 'rename the key',
    },
    {
      title: 'an LF-tag whose key is not declared where none is',
      ...change({
        tags: {},
        databases: [{ ...clinical, tags: { team: 'ml' }, tables: [{ ...wards, tags: {} }] }],
        grants: [],
        tagGrants: [],
      }),
      field: at('databases[0].tags.team'),
      value: 'ml',
      rule: "'team' is not a key of ai.dataLake.tags",
      fix: 'declare it there with its values',
    },
    {
      title: 'two tables over the same folder',
      ...tables(admissions, { ...wards, prefix: 'clinical/admissions/wards/' }),
      field: at('databases[0].tables[1].prefix'),
      value: 'clinical/admissions/wards/',
      rule: 'show under one name what the other hides',
      fix: "outside of 'clinical/admissions/', which is that of clinical.admissions",
    },
    ...['', '/', '/wards/', 'clinical/wards', 'clinical//wards/', 'clinical/my wards/'].map((prefix) => ({
      title: `the folder ${JSON.stringify(prefix)} of a table`,
      ...tables(admissions, { ...wards, prefix }),
      field: at('databases[0].tables[1].prefix'),
      value: prefix,
      rule: "must be a folder that ends with '/'",
      fix: 'follows the rule',
    })),
    {
      title: 'a table outside of the folder that is registered',
      ...tables(admissions, { ...wards, prefix: 'elsewhere/wards/' }),
      field: at('databases[0].tables[1].prefix'),
      value: 'elsewhere/wards/',
      rule: "in the folder of its database, 'clinical/'",
      fix: 'move the table',
    },
    {
      title: 'a database in the folder of another',
      ...change({ databases: [clinical, { name: 'other', prefix: 'clinical/other/', tables: [wards] }] }),
      field: at('databases[1].prefix'),
      value: 'clinical/other/',
      rule: 'a folder of its own',
      fix: "outside of 'clinical/'",
    },
    {
      title: 'a partition key that is called like a column',
      ...tables({ ...admissions, partitionKeys: [{ name: 'age', type: 'int' }] }),
      field: at('databases[0].tables[0].partitionKeys[0].name'),
      value: 'age',
      rule: 'unique in a table',
      fix: 'rename',
    },
    {
      title: 'a table twice',
      ...tables(wards, { ...wards, prefix: 'clinical/second/' }),
      field: at('databases[0].tables[1].name'),
      value: 'wards',
      rule: 'unique in a database',
      fix: 'rename',
    },
    {
      title: 'a type that Glue does not know',
      ...tables({ ...wards, columns: [{ name: 'ward', type: 'text' }] }),
      field: at('databases[0].tables[0].columns[0].type'),
      value: 'text',
      rule: 'must be a type of the Glue Data Catalog',
      fix: 'change the value',
    },
    {
      title: 'a comment of two lines, which Glue does not take',
      ...tables({ ...wards, columns: [{ name: 'ward', type: 'string', comment: 'A ward\nof a house' }] }),
      field: at('databases[0].tables[0].columns[0].comment'),
      value: 'A ward\nof a house',
      rule: 'must be one line',
      fix: 'change the value',
    },
    {
      title: 'a type that CSV does not hold',
      ...tables({ ...wards, columns: [{ name: 'rooms', type: 'array<int>' }] }),
      field: at('databases[0].tables[0].columns[0].type'),
      value: 'array<int>',
      rule: 'from CSV Athena reads only string, boolean, int',
      fix: "write 'string'",
    },
    {
      title: 'an LF-tag that is not declared',
      ...tables({ ...wards, tags: { sensitivty: 'open' } }),
      field: at('databases[0].tables[0].tags.sensitivty'),
      value: 'open',
      rule: "'sensitivty' is not a key",
      fix: "did you mean 'sensitivity'?",
    },
    {
      title: 'an LF-tag with capitals, which Lake Formation does not keep',
      ...change({
        tags: { sensitivity: ['Open'] },
        databases: [{ ...clinical, tags: {}, tables: [wards] }],
        grants: [],
        tagGrants: [],
      }),
      field: at('tags.sensitivity[0]'),
      value: 'Open',
      rule: 'Lake Formation keeps LF-tags in lower case',
      fix: 'change the value',
    },
  ]);
});
