import Table from 'cli-table3';
import type { Answer } from './ask';

/** The ways to write an answer. */
export const formats = ['table', 'csv', 'json'] as const;
export type Format = (typeof formats)[number];

/** Writes an answer: for a person, for a spreadsheet (RFC 4180), or as a list of objects with numbers and booleans as such. */
export const render: Readonly<Record<Format, (answer: Answer) => string>> = {
  table: ({ columns, rows }) => {
    const table = new Table({ head: columns.map(({ name }) => name), style: { head: [], border: [] } });
    for (const row of rows) table.push(row.map((value) => value ?? ''));
    return `${table}\n`;
  },
  csv: ({ columns, rows }) =>
    [columns.map(({ name }) => name), ...rows].map((row) => `${row.map(csvField).join(',')}\r\n`).join(''),
  json: ({ columns, rows }) => {
    const objects = rows.map((row) =>
      Object.fromEntries(columns.map(({ name, type }, index) => [name, jsonValue(type, row[index])])),
    );
    return `${JSON.stringify(objects, undefined, 2)}\n`;
  },
};

const csvField = (value = ''): string => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);

function jsonValue(type: string, value: string | undefined): string | number | boolean | null {
  if (value === undefined) return null;
  if (type === 'boolean') return value === 'true';
  return /^(tinyint|smallint|integer|bigint|double|real)$/.test(type) ? Number(value) : value;
}
