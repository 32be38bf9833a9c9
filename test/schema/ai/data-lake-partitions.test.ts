import * as fc from 'fast-check';
import { dateUnits, precisionOf, readDate } from '../../../schema/forms/ai/partition-dates';
import { problemsOf, refuses } from '../../support/bad-input';
import { sampleLake, withLake } from '../../support/data-lake';

const file = 'accounts/models.ts';
const at = (field: string) => `ai.dataLake.databases[0].tables[0].partitionKeys[0].${field}`;

const keyed = (...partitionKeys: object[]) => ({
  file,
  accounts: withLake({
    ...sampleLake(),
    databases: [
      {
        name: 'clinical',
        tables: [{ name: 'visits', format: 'json', columns: [{ name: 'ward', type: 'string' }], partitionKeys }],
      },
    ],
    grants: [],
    tagGrants: [],
  }),
});
const key = (type: string, projection: object) => keyed({ name: 'part', type, projection });
const dated = (projection: object, type = 'string') =>
  key(type, { type: 'date', range: ['2026-01-01', 'NOW'], format: 'yyyy-MM-dd', ...projection });

describe('a partition key', () => {
  refuses([
    {
      title: 'that says something about a person: it cannot be hidden',
      ...keyed({ name: 'patient', type: 'string', personal: true }),
      field: at('personal'),
      value: true,
      rule: 'Lake Formation hides no partition key',
      fix: 'make it a column of the data',
    },
    {
      title: 'with an LF-tag of its own, which would hide nothing',
      ...keyed({ name: 'year', type: 'int', tags: { sensitivity: 'personal' } }),
      field: at('tags'),
      value: { sensitivity: 'personal' },
      rule: 'Lake Formation hides no partition key',
      fix: 'write the LF-tags of the table',
    },
    {
      title: 'that a grant leaves out, which would hide nothing',
      file,
      accounts: withLake({
        ...sampleLake(),
        grants: [
          { name: 'all', to: [{ role: 'Researcher' }], table: 'clinical.admissions', exceptColumns: ['ward', 'year'] },
        ],
        tagGrants: [],
      }),
      field: 'ai.dataLake.grants[0].exceptColumns[1]',
      value: 'year',
      rule: 'Lake Formation hides no partition key',
      fix: 'leave it out of the list',
    },
  ]);
});

describe('a partition key that Athena projects', () => {
  it.each([
    ['the words of a list', 'string', { type: 'enum', values: ['eu-central-1', 'Zürich West'] }],
    ['words of any script', 'string', { type: 'enum', values: ['हिन्दी', 'Zu\u0308rich'] }],
    ['whole numbers', 'int', { type: 'integer', range: [-5, 2035] }],
    ['the numbers of an int', 'int', { type: 'integer', range: [-2147483648, 2147483647] }],
    ['longer numbers', 'bigint', { type: 'integer', range: [0, 99_999_999_999] }],
    ['one number', 'int', { type: 'integer', range: [1, 1] }],
    ['one day', 'date', { type: 'date', range: ['2026-01-01', '2026-01-01'], format: 'yyyy-MM-dd' }],
    ['one day, whichever it is', 'date', { type: 'date', range: ['NOW', 'NOW'], format: 'yyyy-MM-dd' }],
    ...['WEEK', 'HOURS', 'MINUTE', 'SECONDS'].map((unit): [string, string, object] => [
      `dates from 6 ${unit} ago`,
      'string',
      { type: 'date', range: [`NOW-6${unit}`, 'NOW+1DAY'], format: 'yyyy-MM-dd' },
    ]),
    [
      'numbers of two digits, each third one',
      'varchar(2)',
      { type: 'integer', range: [0, 23], interval: 3, digits: 2 },
    ],
    ['days up to the day of the query', 'date', { type: 'date', range: ['2026-01-01', 'NOW'], format: 'yyyy-MM-dd' }],
    ['months around it', 'string', { type: 'date', range: ['NOW-3YEARS', 'NOW+1MONTH'], format: 'yyyyMM' }],
    [
      'hours, with their interval',
      'string',
      { type: 'date', range: ['01.02.2026.00', 'NOW'], format: 'dd.MM.yyyy.HH', interval: 6, intervalUnit: 'HOURS' },
    ],
    [
      'years, with their interval',
      'string',
      { type: 'date', range: ['2020', '2035'], format: 'yyyy', interval: 1, intervalUnit: 'YEARS' },
    ],
    ['weeks', 'date', { type: 'date', range: ['2026-01-05', 'NOW'], format: 'yyyy-MM-dd', intervalUnit: 'WEEKS' }],
    ['whatever a query names', 'string', { type: 'injected' }],
  ])('may have %s', (_title, type, projection) => {
    expect(problemsOf(key(type, projection))).toEqual([]);
  });

  it('may be missing: then who writes the objects registers them', () => {
    expect(problemsOf(keyed({ name: 'year', type: 'int' }, { name: 'day', type: 'string' }))).toEqual([]);
  });

  refuses([
    {
      title: 'one key of two, which Athena does not take',
      ...keyed(
        { name: 'ward_group', type: 'string' },
        { name: 'day', type: 'string', projection: { type: 'injected' } },
      ),
      field: at('projection'),
      value: undefined,
      rule: "every partition key of a table or none, and 'day' is projected",
      fix: "give 'ward_group' a projection too",
    },
    {
      title: 'a kind that Athena does not know',
      ...key('string', { type: 'list', values: ['a'] }),
      field: at('projection.type'),
      value: 'list',
      rule: 'is not one of the known values',
      fix: 'use one of: enum, integer, date, injected',
    },
    {
      title: 'a field of another kind',
      ...key('int', { type: 'integer', range: [1, 2], format: 'yyyy' }),
      field: at('projection.format'),
      value: 'yyyy',
      rule: 'is not a field of the form',
      fix: 'use one of: type, range, interval, digits',
    },
    {
      title: 'a list of numbers for a key that is a number',
      ...key('int', { type: 'enum', values: ['1', '2'] }),
      field: at('type'),
      value: 'int',
      rule: 'projected as enum is of the type string or varchar',
      fix: "write 'string'",
    },
    {
      title: 'numbers for a key that is a date',
      ...key('date', { type: 'integer', range: [1, 2] }),
      field: at('type'),
      value: 'date',
      rule: 'projected as integer is of the type string or varchar or int or bigint',
      fix: 'project the key otherwise',
    },
    {
      title: 'dates for a key that is a number',
      ...dated({}, 'int'),
      field: at('type'),
      value: 'int',
      rule: 'projected as date is of the type string or varchar or date',
      fix: "write 'string'",
    },
    {
      title: 'whatever a query names for a key that is a number',
      ...key('bigint', { type: 'injected' }),
      field: at('type'),
      value: 'bigint',
      rule: 'projected as injected is of the type string',
      fix: "write 'string'",
    },
    {
      title: 'a value with the comma that divides values',
      ...key('string', { type: 'enum', values: ['a', 'b,c'] }),
      field: at('projection.values[1]'),
      value: 'b,c',
      rule: 'has letters, digits',
      fix: 'change the value',
    },
    {
      title: 'a value that begins with a space, which Athena takes for a part of it',
      ...key('string', { type: 'enum', values: ['a', ' b'] }),
      field: at('projection.values[1]'),
      value: ' b',
      rule: 'single spaces between them',
      fix: 'change the value',
    },
    {
      title: 'a value twice',
      ...key('string', { type: 'enum', values: ['a', 'b', 'a'] }),
      field: at('projection.values[2]'),
      value: 'a',
      rule: 'must not be listed twice',
      fix: 'remove the duplicate',
    },
    {
      title: 'numbers that end before they begin',
      ...key('int', { type: 'integer', range: [2035, 2020] }),
      field: at('projection.range'),
      value: [2035, 2020],
      rule: 'begins before it ends',
      fix: 'swap the two',
    },
    {
      title: 'an interval of none',
      ...key('int', { type: 'integer', range: [1, 2], interval: 0 }),
      field: at('projection.interval'),
      value: 0,
      rule: 'must be at least 1',
      fix: 'write at least 1',
    },
    {
      title: 'a range of one end',
      ...key('int', { type: 'integer', range: [1] }),
      field: at('projection.range'),
      value: [1],
      rule: 'must have at least 2 items',
      fix: 'write at least 2',
    },
    {
      title: 'dates that end before they begin',
      ...dated({ range: ['2026-02-01', '2026-01-31'] }),
      field: at('projection.range'),
      value: ['2026-02-01', '2026-01-31'],
      rule: 'begins before it ends',
      fix: 'swap the two',
    },
    {
      title: 'a date in another format',
      ...dated({ range: ['2026/01/01', 'NOW'] }),
      field: at('projection.range[0]'),
      value: '2026/01/01',
      rule: "in the format 'yyyy-MM-dd'",
      fix: 'write the date in the format',
    },
    {
      title: 'a day that no calendar has',
      ...dated({ range: ['2026-01-01', '2026-02-31'] }),
      field: at('projection.range[1]'),
      value: '2026-02-31',
      rule: "in the format 'yyyy-MM-dd'",
      fix: 'write the date',
    },
    {
      title: 'a number that an int cannot hold',
      ...key('int', { type: 'integer', range: [0, 2147483648] }),
      field: at('projection.range'),
      value: [0, 2147483648],
      rule: 'an int has 32 bits',
      fix: "write the type 'bigint'",
    },
    ...[
      ['NOW', 'NOW-3YEARS'],
      ['NOW+1MONTH', 'NOW'],
      ['NOW-1DAY', 'NOW-36HOURS'],
    ].map((range) => ({
      title: `dates from ${range[0]} to ${range[1]}`,
      ...dated({ range }),
      field: at('projection.range'),
      value: range,
      rule: 'a range begins before it ends',
      fix: 'swap the two',
    })),
    {
      title: 'an offset in a unit that Athena does not count in',
      ...dated({ range: ['NOW-2QUARTERS', 'NOW'] }),
      field: at('projection.range[0]'),
      value: 'NOW-2QUARTERS',
      rule: 'or NOW with an offset or without',
      fix: 'write the date',
    },
    {
      title: 'a format with folders in folders',
      ...dated({ format: 'yyyy/MM/dd' }),
      field: at('projection.format'),
      value: 'yyyy/MM/dd',
      rule: 'made of yyyy, MM, dd',
      fix: 'change the value',
    },
    {
      title: 'a date that other engines would not read in the name of a folder',
      ...dated({ format: 'yyyyMMdd', range: ['20260101', 'NOW'] }, 'date'),
      field: at('projection.format'),
      value: 'yyyyMMdd',
      rule: 'a partition key of the type date appears in folder names as yyyy-MM-dd',
      fix: 'make the key a string',
    },
    {
      title: 'hours without their interval, which Athena does not guess',
      ...dated({ format: 'yyyy-MM-dd-HH', range: ['NOW-1DAY', 'NOW'] }),
      field: at('projection.intervalUnit'),
      value: undefined,
      rule: 'only from a format that ends with the month or the day',
      fix: "interval: 1, intervalUnit: 'HOURS'",
    },
    {
      title: 'years with a unit alone',
      ...dated({ format: 'yyyy', range: ['2020', 'NOW'], intervalUnit: 'YEARS' }),
      field: at('projection.interval'),
      value: undefined,
      rule: 'only from a format that ends with the month or the day',
      fix: "interval: 1, intervalUnit: 'YEARS'",
    },
    {
      title: 'steps that the format does not show',
      ...dated({ format: 'yyyy-MM', range: ['2026-01', 'NOW'], intervalUnit: 'DAYS' }),
      field: at('projection.intervalUnit'),
      value: 'DAYS',
      rule: "the finest unit in 'yyyy-MM' is MONTHS",
      fix: 'write MONTHS or a longer unit',
    },
  ]);
});

describe('the format of a date', () => {
  it.each(['', 'MM-dd', 'yyyy-dd', 'yyyy-MM-MM', 'yyyy-MM-dd ', 'yyyyMMddHHmmssSSS', 'YYYY', "yyyy'T'MM"])(
    'is not %j',
    (format) => {
      expect(precisionOf(format)).toBeUndefined();
    },
  );

  it('reads each day of the calendar as it is written in it, and keeps their order', () => {
    const days = fc.date({ min: new Date('1970-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
    const written = (day: Date) => day.toISOString().slice(0, 10).split('-').reverse().join('.');
    fc.assert(
      fc.property(days, days, (one, other) => {
        const [left = '', right = ''] = [one, other].map((day) => readDate(written(day), 'dd.MM.yyyy'));
        expect(left).toBe(`${one.toISOString().slice(0, 10)}T00:00:00.000Z`);
        expect(left < right).toBe(one.toISOString().slice(0, 10) < other.toISOString().slice(0, 10));
      }),
    );
  });

  it('shows the unit of its last part', () => {
    const formats = ['yyyy', 'yyyyMM', 'dd-MM-yyyy', 'yyyy-MM-dd-HH', 'yyyyMMdd.HHmm', 'dd-MM-yyyy-HH-mm-ss'];
    expect(formats.map(precisionOf)).toEqual(dateUnits.filter((unit) => unit !== 'WEEKS'));
  });
});
