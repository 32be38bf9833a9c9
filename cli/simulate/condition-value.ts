import { isIP } from 'node:net';
import type { Problem } from '../../schema/problems/problem';
import { optionProblem } from '../kit/invalid-request';

/** What a value of a condition key must look like, by the key's type in the Service Authorization Reference. */
const forms: Readonly<Record<string, { readonly holds: (value: string) => boolean; readonly like: string }>> = {
  IPAddress: { holds: (value) => isIP(value) !== 0, like: 'one IP address, such as 203.0.113.7' },
  Bool: { holds: (value) => /^(true|false)$/i.test(value), like: 'true or false' },
  Numeric: { holds: (value) => value.trim() !== '' && Number.isFinite(Number(value)), like: 'a number' },
  Date: {
    holds: (value) => /^\d+$/.test(value) || (/^\d{4}-/.test(value) && !Number.isNaN(Date.parse(value))),
    like: 'a date such as 2026-01-31T12:00:00Z, or seconds since 1970',
  },
};

/** What is wrong with the value of a condition key: a request that AWS never sends has no verdict. */
export function conditionValueProblems(written: string, type: string | undefined, value: string): readonly Problem[] {
  const form = forms[type ?? ''];
  if (!form || form.holds(value)) return [];
  return [optionProblem('context', written, `must be ${form.like}`, 'write the value as a request carries it')];
}
