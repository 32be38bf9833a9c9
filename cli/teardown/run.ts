import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { OrganizationsClient } from '@aws-sdk/client-organizations';
import { newRun, tryUnfinishedRun } from '../../deployment/run-folder';
import { callerProblem } from '../../live/caller';
import type { LiveAws } from '../../live/live-aws';
import { liveAwsOf } from '../../live/of-zone';
import { settingsFile } from '../../schema/forms/settings';
import type { LandingZone } from '../../schema/landing-zone';
import type { Problem } from '../../schema/problems/problem';
import { type Asking, canAsk } from '../deploy/approval';
import { prepare } from '../deploy/prepare';
import { failuresText } from '../deploy/report';
import type { Answer, Context } from '../kit/command';
import { optionProblem } from '../kit/invalid-request';
import { answerOf } from './answer';
import { askForName } from './confirm';
import { type Kept, keepingsOf } from './keepings';
import type { Options } from './options';
import { previewOf, publishedOf } from './preview';
import { closedAccounts, proveEmpty, undeclaredAccounts } from './proof';
import { previewText } from './report';
import { type Hands, tearDown } from './tear-down';

/** What the command works in. */
export interface Surroundings {
  readonly asking: Asking;
  readonly preparing: typeof prepare;
  readonly connect: (zone: LandingZone) => LiveAws;
  readonly organizations: (zone: LandingZone) => OrganizationsClient;
}

const surroundings: Surroundings = {
  asking: { input: process.stdin, output: process.stderr },
  preparing: prepare,
  connect: (zone) => liveAwsOf(zone),
  organizations: ({ homeRegion: region }) =>
    new OrganizationsClient({ region, maxAttempts: 10, endpoint: process.env.AWS_ENDPOINT_URL }),
};

/** Says what a teardown would do, or does it. */
export async function run(options: Options, context: Context, around: Surroundings = surroundings): Promise<Answer> {
  const { apply, organization, 'with-logs': withLogs } = options;
  context.refuse(problemsOf(options, around.asking));
  // Plans and logs hold secrets: Terraform writes them as our child.
  process.umask(0o077);
  const common = { ...options, stack: [], lose: [], 'only-changed': false, 'as-written': false };
  const prepared = await around.preparing(common, context);
  const { zone, outdir } = prepared;
  context.refuse(zoneProblems(options, zone));
  if (apply) noteUnfinished(outdir, context);
  const undeclared = await asking(around, zone, async (aws) => {
    const problem = await callerProblem(aws, zone, 'teardown');
    if (problem !== undefined) throw new Error(problem);
    return undeclaredAccounts(zone, aws);
  });
  const keepings = await keepingsOf(zone, withLogs, undeclared.length > 0);
  const work = { prepared, folder: newRun(outdir), keepings, common, withLogs, undeclared };
  const { preview, results } = await previewOf(work, context);
  const text = previewText(preview, context.width);
  const failed = failuresText(results);
  if (failed) {
    context.show({ text, json: preview });
    throw new Error(
      `The end of some stacks cannot be planned; nothing was done. Logs are in ${work.folder.path}\n\n${failed}`,
    );
  }
  if (!apply) return { text: `${text}\n\nNothing was done.`, json: preview };
  const isGone = results.every(({ outcome }) => outcome === 'gone');
  if (organization !== undefined || isGone) context.note(text);
  else if (!(await askForName(text, zone.name, around.asking)))
    return { text: `That is not ${zone.name}. Nothing was done.`, json: preview, no: true };
  const published = await publishedOf(prepared);
  // The ids go with the states, and whoever takes up again what was kept needs them.
  writeFileSync(
    join(work.folder.path, 'teardown.json'),
    JSON.stringify({ day: context.today, published, ...preview }, undefined, 2),
  );
  const done = await tearDown(work, results, handsOf(zone, keepings.kept, around, context), context);
  return answerOf({ done, preview, folder: work.folder.path, zone, outdir }, context);
}

/** Asks AWS as the credentials of the environment reach it. Each time anew: what was there once may be gone. */
async function asking<T>({ connect }: Surroundings, zone: LandingZone, work: (aws: LiveAws) => Promise<T>): Promise<T> {
  const aws = connect(zone);
  try {
    return await work(aws);
  } finally {
    aws.close();
  }
}

const handsOf = (zone: LandingZone, kept: readonly Kept[], around: Surroundings, { live }: Context): Hands => ({
  prove: (isAsked) =>
    asking(around, zone, (aws) =>
      proveEmpty({
        ...{ zone, kept, aws, isAsked },
        onProgress: (done, all) => live(`${done} of ${all} looked for, ${aws.calls} calls`),
      }),
    ),
  closed: () => asking(around, zone, (aws) => closedAccounts(zone, aws)),
  organizations: () => around.organizations(zone),
});

function noteUnfinished(outdir: string, { note }: Pick<Context, 'note'>): void {
  const { goal = 'apply' } = tryUnfinishedRun(outdir)?.journal.began ?? {};
  if (goal === 'destroy' || goal === 'release')
    note('The last teardown has not come to its end: this one goes on with it.');
}

function problemsOf({ apply, organization }: Options, asking: Asking): readonly Problem[] {
  if (!apply)
    return organization === undefined
      ? []
      : [
          optionProblem(
            'organization',
            organization,
            'is the name that --apply asks for',
            'leave it out, or write --apply',
          ),
        ];
  return organization === undefined && !canAsk(asking)
    ? [
        optionProblem(
          'organization',
          undefined,
          'is needed where nobody can be asked for the name',
          'write --organization and the name of the landing zone, once the dry run was looked at',
        ),
      ]
    : [];
}

/** What only the landing zone knows: the name, and whether somebody has decided to take its protection off. */
function zoneProblems({ apply, organization }: Options, { name, protection }: LandingZone): readonly Problem[] {
  if (!apply) return [];
  return [
    ...(organization !== undefined && organization !== name
      ? [
          optionProblem(
            'organization',
            organization,
            'must be the name of the landing zone',
            `it is the name in ${settingsFile}`,
          ),
        ]
      : []),
    ...(protection === 'on'
      ? [
          {
            file: settingsFile,
            field: 'protection',
            value: protection,
            rule: 'nothing is torn down while it is on',
            fix: "write protection: 'off', have that reviewed and checked in, and run it again",
          },
        ]
      : []),
  ];
}
