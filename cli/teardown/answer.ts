import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDone } from '../../deployment/result';
import { runsIn } from '../../deployment/run-folder';
import type { Finding } from '../../live/finding';
import { ledgerFile } from '../../schema/forms/ledger';
import type { LandingZone } from '../../schema/landing-zone';
import { refuseFailures, resultText } from '../deploy/report';
import type { Answer, Context } from '../kit/command';
import type { Kept } from './keepings';
import { ledgerAfter } from './ledger-after';
import { keptLine, type Preview } from './report';
import { daysAfter, daysOfClosedAccounts } from './staying';
import type { Done } from './tear-down';

interface Answered {
  readonly done: Done;
  readonly preview: Preview;
  readonly folder: string;
  readonly outdir: string;
  readonly zone: LandingZone;
}

/**
 * What came of a teardown.
 *
 * @throws Error where something of it went wrong
 */
export function answerOf({ done, preview, folder, outdir, zone }: Answered, context: Context): Answer {
  const { results, phase, proof } = done;
  const { kept } = preview;
  const until = untilOf(outdir);
  const waits = results.flatMap(({ stack, outcome, reason = '' }) =>
    outcome === 'waits' ? [`${stack}: ${reason}`] : [],
  );
  const still = (proof?.still ?? []).filter(({ id }) => !(waits.length > 0 && isWaiting(id)));
  const unknown = proof?.unknown ?? [];
  const isOver = proof !== undefined && still.length + unknown.length + waits.length === 0;
  const json = { run: folder, phase, results, kept, waits, ...(waits.length > 0 && { until }), still, unknown };
  const text = [
    resultText(results, context.width),
    ...lines('Kept in AWS, out of Terraform:', kept.map(keptLine)),
    ...lines(`Waits for AWS until ${until}; run it again then, npx landing-zone teardown --apply:`, waits),
    ...lines('Still there:', still.map(named)),
    ...lines(
      'Not known whether it is there:',
      unknown.map((each) => `${named(each)}: ${each.reason}`),
    ),
    ...(isOver
      ? [
          `Nothing of ${zone.name} is left${kept.length > 0 ? ' but what is kept' : ''}. ${writeLedger(folder, zone, kept)}`,
        ]
      : []),
  ].join('\n\n');
  const answer = { text, json: { ...json, still: still.map(brief), unknown: unknown.map(brief) } };
  const wrong = results.filter((result) => !isDone(result) && !['waits', 'not approved'].includes(result.outcome));
  if (wrong.length > 0) {
    context.show(answer);
    const again =
      phase === 'release' ? 'Nothing was destroyed. Run it again' : 'Run it again, and it goes on from there';
    refuseFailures(wrong, `${again}: npx landing-zone teardown --apply. Logs are in ${folder}`);
  }
  return { ...answer, no: !isOver };
}

/** Writes what the ledger is from now on, beside the journal: a person decides what is checked in. */
function writeLedger(folder: string, zone: LandingZone, kept: readonly Kept[]): string {
  const file = join(folder, ledgerFile);
  writeFileSync(file, `${JSON.stringify(ledgerAfter(zone, kept), undefined, 2)}\n`);
  return `${ledgerFile} is to be ${file} from now on (docs/teardown.md, The ledger).`;
}

/** OUs and the organization, which go when the closed accounts have gone. */
const isWaiting = (id: string): boolean =>
  /^management\/aws_organizations_(organization|organizational_unit)\./.test(id);

const named = ({ id, account, region, resource }: Finding): string => `${id} in ${account}, ${region}: ${resource}`;

const brief = ({ raw: _, ...finding }: Finding) => finding;

const lines = (title: string, each: readonly string[]): readonly string[] =>
  each.length === 0 ? [] : [[title, ...each.map((line) => `  ${line}`)].join('\n')];

/** The day on which the accounts that were closed last are gone, by the records of the teardowns here. */
function untilOf(outdir: string): string {
  const days = readdirSync(runsIn(outdir)).flatMap((name) => {
    const file = join(runsIn(outdir), name, 'teardown.json');
    if (!existsSync(file)) return [];
    const { day, stacks } = JSON.parse(readFileSync(file, 'utf8')) as Pick<Preview, 'stacks'> & {
      readonly day: string;
    };
    return stacks.some(({ destroys }) => destroys.aws_organizations_account !== undefined) ? [day] : [];
  });
  return daysAfter(days.sort().at(-1) ?? new Date().toISOString().slice(0, 10), daysOfClosedAccounts);
}
