import { visible } from '../../schema/problems/problem';
import { table } from '../kit/table';
import type { Answer } from './ask';
import type { Format } from './options';

/** Writes an answer: for a person, or for a spreadsheet (RFC 4180). */
export const render: Readonly<Record<Format, (answer: Answer, width?: number) => string>> = {
  table: ({ columns, rows }, width) =>
    table({ head: columns.map(({ name }) => name), rows: rows.map((row) => row.map((value) => value ?? '')) }, width),
  csv: ({ columns, rows }) =>
    [columns.map(({ name }) => name), ...rows].map((row) => `${row.map(csvField).join(',')}\r\n`).join(''),
};

/** An answer as a list of objects, with numbers and booleans as such. */
export const jsonOf = ({ columns, rows }: Answer): readonly object[] =>
  rows.map((row) => Object.fromEntries(columns.map(({ name, type }, index) => [name, jsonValue(type, row[index])])));

function csvField(value = ''): string {
  const text = visible(isFormula(value) ? `'${value}` : value);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Whether a spreadsheet would work a value out; who wrote it may be whom the question is about. Source: OWASP, "CSV Injection". */
const isFormula = (value: string): boolean => /^[=+\-@\t\r]/.test(value) && Number.isNaN(Number(value));

function jsonValue(type: string, value: string | undefined): string | number | boolean | null {
  if (value === undefined) return null;
  if (type === 'boolean') return value === 'true';
  return /^(tinyint|smallint|integer|bigint|double|real)$/.test(type) ? Number(value) : value;
}
