import { auditTables } from '../../../schema/facts/names';
import { jsonColumns, trailColumns, trailPartitions } from '../../../schema/facts/trail-columns';
import { sqlText } from '../parameters';
import { columnType } from './column-type';
import { asTrino } from './trino';

const columns = Object.entries(trailColumns).map(([name, hive]) => ({
  name,
  // Text within JSON keeps its quotes only where the whole is read as JSON.
  read: jsonColumns.includes(name) ? 'JSON' : columnType(hive),
  kept: columnType(hive),
}));

/** The record of an event as it is read; CloudTrail says `managementEvent` since 2019 and `eventCategory` since 2020. */
const record = [...columns.map(({ name, read }) => `"${name}" ${read}`), '"managementEvent" BOOLEAN'].join(', ');

const names = columns.map(({ name }) => `"${name}"`).join(', ');
const partitions = trailPartitions.join(', ');

/** The two tables that Athena has, by the words of Athena. An event of an unknown kind is in neither. */
export const eventTables: readonly string[] = [
  ...asTrino,
  `CREATE TABLE files (path VARCHAR, ${trailPartitions.map((each) => `${each} VARCHAR`).join(', ')})`,
  `CREATE TABLE events (
     path VARCHAR, is_trail BOOLEAN, category VARCHAR, ${trailPartitions.map((each) => `${each} VARCHAR`).join(', ')},
     ${columns.map(({ name, kept }) => `"${name}" ${kept}`).join(', ')}
   )`,
  ...(
    [
      [auditTables.management, 'Management'],
      [auditTables.data, 'Data'],
    ] as const
  ).map(
    ([table, category]) =>
      `CREATE VIEW ${table} AS SELECT ${names}, ${partitions} FROM events WHERE category = '${category}'`,
  ),
];

/**
 * Puts the events of some files into the table. A file without events gives one row without an event, so that it is known to have
 * been read.
 *
 * @param largest bytes of the largest file, unpacked: each is one JSON document
 */
export const readEvents = (paths: readonly string[], largest?: number): string => `
  INSERT INTO events
  SELECT
    path, is_trail,
    coalesce(record."eventCategory", CASE WHEN record."managementEvent" = false THEN 'Data' ELSE 'Management' END),
    coalesce(account, record."recipientAccountId"),
    coalesce(region, record."awsRegion"),
    coalesce(day, replace(left(record."eventTime", 10), '-', '/')),
    ${columns.map(({ name }) => `record."${name}"`).join(', ')}
  FROM (
    SELECT
      files.*, document."Records" IS NOT NULL AS is_trail,
      unnest(CASE WHEN len(document."Records") > 0 THEN document."Records" ELSE [NULL] END) AS record
    FROM read_json(
      [${paths.map((path) => sqlText(globless(path)))}], format = 'unstructured', records = true, filename = true,
      columns = {Records: 'STRUCT(${record})[]'}${largest ? `, maximum_object_size = ${largest}` : ''}
    ) AS document
    JOIN files ON files.path = document.filename
  )`;

/** The same event in two files counts once. Source: CloudTrail User Guide, cloudtrail-event-reference-record-contents, `eventID`. */
export const dropRepetitions = `
  DELETE FROM events WHERE rowid IN (
    SELECT rowid FROM (
      SELECT rowid, row_number() OVER (PARTITION BY "eventID", "recipientAccountId" ORDER BY day, path) AS copy
      FROM events WHERE "eventID" IS NOT NULL
    ) WHERE copy > 1
  )`;

/** A path in which no sign stands for others. */
const globless = (path: string): string => path.replace(/[*?[]/g, '[$&]');
