import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Asked, executionParameters } from '../../cli/audit/parameters';
import type { AuditQuery } from '../../schema/forms/audit-query';
import { type AuditEngine, openAudit, type RecordedEvents } from './audit-engine';
import type { Json } from './json';
import { smallZone, synth } from './synth';
import { writtenQueries } from './written-queries';

/** Identities that the recorded events are of. */
export const people = {
  dana: 'arn:aws:sts::444455556666:assumed-role/AWSReservedSSO_MLEngineer_0f1e2d3c4b5a6978/dana@example.com',
  kim: 'arn:aws:sts::444455556666:assumed-role/AWSReservedSSO_MLEngineer_0f1e2d3c4b5a6978/kim@example.com',
  lee: 'arn:aws:sts::555566667777:assumed-role/AWSReservedSSO_Researcher_0f1e2d3c4b5a6978/lee@example.com',
  ravi: 'arn:aws:sts::444455556666:assumed-role/AWSReservedSSO_ModelApprover_0f1e2d3c4b5a6978/ravi@example.com',
} as const;

export const models = '444455556666';
export const research = '555566667777';

/** The query of this name. */
function findQuery(name: string): AuditQuery {
  const found = writtenQueries().find((query) => query.name === name);
  if (!found) throw new Error(`there is no query ${name}`);
  return found;
}

/** The records that belong to a query. */
export const recorded = (name: string): RecordedEvents =>
  JSON.parse(readFileSync(join(__dirname, '..', 'audit', 'events', `${name}.json`), 'utf8'));

const march: Asked = { since: '2026-03-01', until: '2026-03-31' };

let started: Promise<AuditEngine> | undefined;

/** The engine, which takes seconds to start and so is started once in a file of tests: `beforeAll(startEngine, 60_000)`. */
export async function startEngine(): Promise<AuditEngine> {
  started ??= openAudit(synth(smallZone()));
  return started;
}

/** Runs a query over its records; the period is March 2026 unless told otherwise. */
export async function answer(name: string, asked: Partial<Asked> = {}): Promise<readonly Json[]> {
  const query = findQuery(name);
  const engine = await startEngine();
  engine.load(recorded(name));
  return engine.run(query.sql, executionParameters(query, { ...march, ...asked }));
}

/** Some columns of each row. */
export const picked = (rows: readonly Json[], ...columns: string[]): unknown[][] =>
  rows.map((row) => columns.map((column) => row[column]));
