import { names } from '../../schema/facts/names';
import type { LandingZone } from '../../schema/landing-zone';
import { sha256Of } from '../../schema/text/digest';
import { type Athena, ask } from '../audit/ask';
import { jsonOf } from '../audit/output';
import { executionParameters } from '../audit/parameters';
import { counted } from '../kit/counted';
import type { Period } from '../kit/period';
import type { Bundle } from './bundle';
import { notRead, type Section } from './section';

const title = 'Audit queries';

/** Asks every question to the trails over a period; one that Athena does not answer is named with the reason. */
export async function auditSection(
  bundle: Bundle,
  zone: LandingZone,
  period: Period | undefined,
  athena: Athena | undefined,
  progress: { readonly wait: () => Promise<void>; readonly live: (text: string) => unknown },
): Promise<Section> {
  if (!athena) return notRead(title, 'AWS was not read');
  if (!period) return notRead(title, 'no --period was given: the trails were not asked');
  const missing: string[] = [];
  const files: string[] = [];
  let rows = 0;
  for (const query of zone.auditQueries)
    try {
      const { columns, rows: found } = await answerTo(athena, zone, query, period, progress);
      const sqlSha256 = sha256Of(query.sql);
      const { name, answers } = query;
      files.push(
        bundle.json(`audit/${name}.json`, {
          query: name,
          answers,
          ...period,
          sqlSha256,
          rows: jsonOf({ columns, rows: found }),
        }).path,
      );
      rows += found.length;
    } catch (error) {
      missing.push(`${query.name}: ${(error as Error).message.split('\n', 1)[0]}`);
    }
  return {
    title,
    summary: `${counted(files.length, 'question')} to the trails from ${period.since} to ${period.until}: ${counted(rows, 'row')}`,
    files,
    missing,
  };
}

const answerTo = (
  athena: Athena,
  zone: LandingZone,
  query: LandingZone['auditQueries'][number],
  period: Period,
  { wait, live }: Parameters<typeof auditSection>[4],
) =>
  ask(
    athena,
    {
      workgroup: names.audit(zone),
      database: names.auditDatabase(zone),
      sql: query.sql,
      parameters: executionParameters(query, period),
    },
    { wait, report: (text) => live(`${query.name}: ${text}`) },
  );
