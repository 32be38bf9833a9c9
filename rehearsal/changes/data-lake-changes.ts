import { adds, type Rows, refused, renamed, to, unrehearsed, words } from './change';

const lake = 'accounts.models.ai.dataLake';
const keys = `${lake}.databases[0].tables[0].partitionKeys`;

/** What a permission of Lake Formation is changed by: AWS knows no other way. */
const regranted = {
  loses: ['ai-models/aws_lakeformation_permissions'],
};

/** A row for each field of `ai.dataLake` of an account: settings-changes.ts says how one is written. */
export const dataLakeChanges: Rows = {
  'ai.dataLake': to(
    {
      databases: [
        { name: 'trial', tables: [{ name: 'notes', format: 'json', columns: [{ name: 'note', type: 'string' }] }] },
      ],
    },
    { at: 'accounts.sandbox.ai.dataLake' },
  ),
  'ai.dataLake.roles': adds({ name: 'Reviewer', trusts: 'account' }),
  'ai.dataLake.roles[].name': to('Curator', {
    at: `${lake}.roles[3].name`,
    loses: [
      'ai-models/aws_iam_role.*',
      'ai-models/aws_iam_role_policy.*',
      'ai-models/aws_iam_role_policy_attachment.*',
    ],
  }),
  'ai.dataLake.roles[].trusts': to('glue.amazonaws.com'),
  'ai.dataLake.roles[].trusts[].permissionSet': to('Research', { at: `${lake}.roles[1].trusts[0].permissionSet` }),
  'ai.dataLake.roles[].trusts[].account': to('management', { at: `${lake}.roles[1].trusts[1].account` }),
  'ai.dataLake.roles[].trusts[].role': to('Researchers', { at: `${lake}.roles[1].trusts[1].role` }),
  'ai.dataLake.roles[].trusts[].user': to('researcher', { at: `${lake}.roles[1].trusts[2].user` }),
  'ai.dataLake.roles[].permissionSet': unrehearsed(
    'IAM Identity Center is not emulated, so no permission set is assigned, and the plan asks for that first',
  ),
  'ai.dataLake.roles[].managedPolicies': to(['arn:aws:iam::aws:policy/CloudWatchReadOnlyAccess']),
  'ai.dataLake.queries': to(undefined, { loses: ['ai-models/aws_athena_workgroup'] }),
  'ai.dataLake.queries.resultRetentionDays': to(60),
  'ai.dataLake.queries.scanLimitGigabytes': to(100),
  'ai.dataLake.administrators': to([]),
  'ai.dataLake.clearance': words(['Trainer', 'Analyst']),
  'ai.dataLake.directReaders': to(['Guest'], { also: { [`${lake}.clearance`]: ['Trainer', 'Guest'] } }),
  'ai.dataLake.crossAccountVersion': to(3),
  'ai.dataLake.tags': to(['open', 'internal', 'personal', 'secret'], { at: `${lake}.tags.sensitivity` }),
  'ai.dataLake.databases': adds({
    name: 'research',
    tables: [{ name: 'notes', format: 'json', columns: [{ name: 'note', type: 'string' }] }],
  }),
  'ai.dataLake.databases[].name': to('statistics', {
    at: `${lake}.databases[1].name`,
    loses: ['ai-models/aws_glue_catalog_*figures*', 'ai-models/aws_lakeformation_resource.lake-location-figures'],
  }),
  'ai.dataLake.databases[].existing': unrehearsed(
    'what leaves the state stays in AWS, which makes no database twice: the way back is an import (docs/capabilities/data-lake.md)',
  ),
  'ai.dataLake.databases[].description': to('Referrals'),
  'ai.dataLake.databases[].prefix': to('clinic/', {
    loses: ['ai-models/aws_lakeformation_resource.lake-location-clinical'],
  }),
  'ai.dataLake.databases[].tags': to(
    { sensitivity: 'open' },
    { loses: ['ai-models/aws_lakeformation_resource_lf_tags.lf-tags-clinical'] },
  ),
  'ai.dataLake.databases[].tables': adds({ name: 'beds', format: 'orc', columns: [{ name: 'bed', type: 'string' }] }),
  'ai.dataLake.databases[].tables[].name': to('numbers', {
    at: `${lake}.databases[1].tables[0].name`,
    loses: ['ai-models/aws_glue_catalog_table.table-figures-totals'],
  }),
  'ai.dataLake.databases[].tables[].description': to('One row for each referral'),
  'ai.dataLake.databases[].tables[].prefix': to('clinical/all-referrals/'),
  'ai.dataLake.databases[].tables[].format': to('orc'),
  'ai.dataLake.databases[].tables[].columns': adds({ name: 'urgency', type: 'string' }),
  'ai.dataLake.databases[].tables[].columns[].name': to('total', {
    at: `${lake}.databases[1].tables[0].columns[0].name`,
  }),
  'ai.dataLake.databases[].tables[].columns[].type': to('bigint', {
    at: `${lake}.databases[0].tables[0].columns[2].type`,
  }),
  'ai.dataLake.databases[].tables[].columns[].comment': to('First and last name'),
  'ai.dataLake.databases[].tables[].columns[].personal': words(true, {
    at: `${lake}.databases[1].tables[0].columns[0].personal`,
  }),
  'ai.dataLake.databases[].tables[].columns[].tags': to(
    { sensitivity: 'internal' },
    { loses: ['ai-models/aws_lakeformation_resource_lf_tags.lf-tags-clinical-referrals-patient_name'] },
  ),
  'ai.dataLake.databases[].tables[].partitionKeys': to([{ name: 'year', type: 'int' }], {
    at: `${lake}.databases[1].tables[0].partitionKeys`,
  }),
  'ai.dataLake.databases[].tables[].partitionKeys[].name': to('site'),
  'ai.dataLake.databases[].tables[].partitionKeys[].type': to('varchar(20)'),
  'ai.dataLake.databases[].tables[].partitionKeys[].comment': to('Where it was written'),
  'ai.dataLake.databases[].tables[].partitionKeys[].personal': refused(true, 'Lake Formation hides no partition key'),
  'ai.dataLake.databases[].tables[].partitionKeys[].tags': refused(
    { sensitivity: 'open' },
    'Lake Formation hides no partition key',
  ),
  'ai.dataLake.databases[].tables[].partitionKeys[].projection': to(
    { type: 'enum', values: ['a'] },
    { at: `${keys}[3].projection` },
  ),
  'ai.dataLake.databases[].tables[].partitionKeys[].projection(enum).values': adds('west'),
  'ai.dataLake.databases[].tables[].partitionKeys[].projection(integer).range': to([2020, 2040], {
    at: `${keys}[1].projection.range`,
  }),
  'ai.dataLake.databases[].tables[].partitionKeys[].projection(integer).interval': to(2, {
    at: `${keys}[1].projection.interval`,
  }),
  'ai.dataLake.databases[].tables[].partitionKeys[].projection(integer).digits': to(4, {
    at: `${keys}[1].projection.digits`,
  }),
  'ai.dataLake.databases[].tables[].partitionKeys[].projection(date).range': to(['2025-01-01', 'NOW'], {
    at: `${keys}[2].projection.range`,
  }),
  'ai.dataLake.databases[].tables[].partitionKeys[].projection(date).format': to('yyyy.MM.dd', {
    at: `${keys}[2].projection.format`,
    also: { [`${keys}[2].projection.range`]: ['2026.01.01', 'NOW'] },
  }),
  'ai.dataLake.databases[].tables[].partitionKeys[].projection(date).interval': to(7, {
    at: `${keys}[2].projection.interval`,
  }),
  'ai.dataLake.databases[].tables[].partitionKeys[].projection(date).intervalUnit': to('WEEKS', {
    at: `${keys}[2].projection.intervalUnit`,
    also: { [`${keys}[2].projection.interval`]: 1 },
  }),
  'ai.dataLake.databases[].tables[].tags': to({ sensitivity: 'open' }, { at: `${lake}.databases[0].tables[1].tags` }),
  'ai.dataLake.grants': adds({
    name: 'ages',
    to: [{ role: 'Analyst' }],
    table: 'clinical.referrals',
    columns: ['age'],
  }),
  'ai.dataLake.grants[].name': to('every-account', { at: `${lake}.grants[2].name`, ...regranted }),
  'ai.dataLake.grants[].formerly': renamed(`${lake}.grants[2]`, 'everybody', 'whole-unit'),
  'ai.dataLake.grants[].to': adds({ role: 'Analyst' }, regranted),
  'ai.dataLake.grants[].to[].role': to('Analyst', regranted),
  'ai.dataLake.grants[].to[].account': to('log-archive', { at: `${lake}.grants[1].to[0].account`, ...regranted }),
  'ai.dataLake.grants[].to[].ou': to('Security', { at: `${lake}.grants[2].to[0].ou`, ...regranted }),
  'ai.dataLake.grants[].table': to('statistics.totals', {
    at: `${lake}.grants[2].table`,
    also: {
      [`${lake}.databases[1]`]: {
        name: 'statistics',
        tables: [{ name: 'totals', format: 'csv', columns: [{ name: 'total', type: 'int' }] }],
      },
    },
    loses: [
      ...regranted.loses,
      'ai-models/aws_glue_catalog_*figures*',
      'ai-models/aws_lakeformation_resource.lake-location-figures',
    ],
  }),
  'ai.dataLake.grants[].columns': to(['age'], regranted),
  'ai.dataLake.grants[].exceptColumns': to(['patient_name', 'age'], {
    at: `${lake}.grants[1].exceptColumns`,
    ...regranted,
  }),
  'ai.dataLake.grants[].rows': to("ward = 'B'", { at: `${lake}.grants[3].rows`, ...regranted }),
  'ai.dataLake.tagGrants': adds({ name: 'internal', to: [{ role: 'Analyst' }], tags: { sensitivity: ['internal'] } }),
  'ai.dataLake.tagGrants[].name': to('analysts', regranted),
  'ai.dataLake.tagGrants[].formerly': renamed(`${lake}.tagGrants[0]`, 'open-roles', 'open-to-roles'),
  'ai.dataLake.tagGrants[].to': adds({ role: 'Guest' }, regranted),
  'ai.dataLake.tagGrants[].to[].role': to('Guest', regranted),
  'ai.dataLake.tagGrants[].to[].account': to('log-archive', { at: `${lake}.tagGrants[1].to[0].account`, ...regranted }),
  'ai.dataLake.tagGrants[].to[].ou': to('Security', { at: `${lake}.tagGrants[2].to[0].ou`, ...regranted }),
  'ai.dataLake.tagGrants[].tags': to({ sensitivity: ['open', 'internal'] }, regranted),
};
