import { callerProblem } from '../../live/caller';
import type { Verification } from '../../live/finding';
import type { LiveAws } from '../../live/live-aws';
import { liveAwsOf } from '../../live/of-zone';
import { readPolicyOf } from '../../live/permissions';
import type { LandingZone } from '../../schema/landing-zone';
import { useOneOf } from '../../schema/problems/problem';
import type { Answer, Context } from '../kit/command';
import { optionProblem } from '../kit/invalid-request';
import { readZone } from '../read-zone';
import type { Options } from './options';
import { junitOf } from './report-junit';
import { ocsfOf } from './report-ocsf';
import { tableOf } from './report-table';
import { verify } from './verify';
import { type Stacks, writtenStacks } from './written-stacks';

/** What the command reads and speaks to. */
export interface Surroundings {
  readonly zone: LandingZone;
  readonly connect: (role: string) => LiveAws;
  readonly stacksOf: (zone: LandingZone) => Stacks;
}

/**
 * Compares the live accounts with the landing zone.
 *
 * @throws Error where the credentials are not those of the management account
 */
export async function run(
  options: Options,
  context: Context,
  surroundings: Surroundings = readSurroundings(),
): Promise<Answer> {
  const { zone, connect, stacksOf } = surroundings;
  context.refuse(accountProblems(zone, options.account));
  const role = options.role ?? zone.deployRole;
  if (options.permissions) {
    const json = readPolicyOf(role);
    return { text: JSON.stringify(json, undefined, 2), json };
  }
  const aws = connect(role);
  try {
    const problem = await callerProblem(aws, zone, 'verify');
    if (problem !== undefined) throw new Error(problem);
    const result = await verify({
      zone,
      stacks: stacksOf(zone),
      aws,
      accounts: options.account,
      expectEmpty: options['expect-empty'],
      onProgress: (done, all) => context.live(`${done} of ${all} looked at, ${aws.calls} calls`),
    });
    return answerOf(result, options, context);
  } finally {
    aws.close();
  }
}

function answerOf(
  result: Verification,
  { all, raw, format, 'fail-on': gate }: Options,
  { width, colors }: Context,
): Answer {
  const text = {
    table: () => tableOf(result, { all, width, colors }),
    junit: () => junitOf(result),
    ocsf: () => JSON.stringify(ocsfOf(result), undefined, 2),
  }[format]();
  const findings = raw ? result.findings : result.findings.map(({ raw: _, ...finding }) => finding);
  return {
    text,
    json: { ...result, findings },
    no: result.findings.some(({ status }) => status === 'differs' || status === gate),
  };
}

const accountProblems = (zone: LandingZone, written: readonly string[]) => {
  const known = zone.activeAccounts.map(({ name }) => name);
  return written
    .filter((name) => !known.includes(name))
    .map((name) => optionProblem('account', name, 'must be an account of the landing zone', useOneOf(name, known)));
};

/** The landing zone of this project, and AWS as the credentials of the environment reach it. */
function readSurroundings(): Surroundings {
  const zone = readZone();
  return {
    zone,
    connect: (role) => liveAwsOf(zone, role),
    stacksOf: writtenStacks,
  };
}
