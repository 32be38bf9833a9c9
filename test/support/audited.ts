import { join } from 'node:path';
import { trailFilesIn } from '../../cli/audit/files/trail-files';
import { withEvents } from '../../cli/audit/files/with-events';
import { jsonOf } from '../../cli/audit/output';
import { type Asked, parameterValues } from '../../cli/audit/parameters';
import { sampleEvents } from '../../project/folders';
import { thisProject } from '../../project/place';
import type { AuditQuery } from '../../schema/forms/audit-query';
import type { Json } from './json';
import { writtenQueries } from './written-queries';

/** Identities that the events of the sample are of. */
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

const march: Asked = { since: '2026-03-01', until: '2026-03-31' };

/** Asks a query about the events that were written for it; the period is March 2026 unless told otherwise. */
export async function answer(name: string, asked: Partial<Asked> = {}): Promise<readonly Json[]> {
  const query = findQuery(name);
  const files = trailFilesIn(join(thisProject.root, sampleEvents)).filter(({ path }) => path.endsWith(`/${name}.json`));
  return withEvents(
    files,
    () => undefined,
    async ({ ask }) => jsonOf(await ask(query.sql, parameterValues(query, { ...march, ...asked }))),
  );
}

/** Some columns of each row. */
export const picked = (rows: readonly Json[], ...columns: string[]): unknown[][] =>
  rows.map((row) => columns.map((column) => row[column]));
