import type { Finding, Status, Verification } from '../../live/finding';
import { describeTargets } from '../../policy/guardrails/policy-problems';
import type { ProvedNode } from '../../proof/zone-proof';
import type { LandingZone } from '../../schema/landing-zone';
import { counted } from '../kit/counted';
import type { Bundle } from './bundle';
import type { Shown } from './oscal/assessment-results';
import { placeOf } from './oscal/control-properties';
import { notRead, type Section } from './section';

/** What came of a control: of all its checks. */
export type Result = Status | 'not checked';

/** One control with everything that shows whether it is kept. */
export interface ControlEvidence {
  readonly control: string;
  readonly promise: string;
  readonly severity: string;
  readonly mode: string;
  readonly reason: string | undefined;
  readonly where: string;
  readonly result: Result;
  readonly checks: readonly CheckEvidence[];
  readonly proofs: readonly { readonly node: string; readonly that: string; readonly verdict: string }[];
}

interface CheckEvidence extends Pick<Finding, 'id' | 'account' | 'region' | 'resource' | 'status' | 'time'> {
  readonly replies: readonly Shown[];
}

/** The files that show a finding: each reply of AWS, redacted, under the name of its hash. */
export const replyFiles = (bundle: Bundle, { findings }: Verification): ReadonlyMap<Finding, readonly Shown[]> =>
  new Map(
    findings.map((finding) => [
      finding,
      finding.raw.map(({ call, output }) => {
        const { path, sha256 } = bundle.byContent('replies', { call, output });
        return { file: path, sha256, what: call };
      }),
    ]),
  );

/** From each control over its promise and checks to the replies of AWS, and to what is proved of its policies. */
export const controlEvidence = (
  { controls }: LandingZone,
  files: ReadonlyMap<Finding, readonly Shown[]>,
  nodes: readonly ProvedNode[],
): readonly ControlEvidence[] =>
  controls.map((control) => {
    const findings = [...files].filter(([finding]) => finding.controls.includes(control.id));
    return {
      control: control.id,
      promise: control.title,
      severity: control.severity,
      mode: control.mode,
      reason: control.reason,
      where: placeOf(control),
      result: resultOf(findings.map(([{ status }]) => status)),
      checks: findings.map(([{ id, account, region, resource, status, time }, replies]) => ({
        id,
        account,
        region,
        resource,
        status,
        time,
        replies,
      })),
      proofs: nodes.flatMap(({ targets, promises }) =>
        promises
          .filter((promise) => promise.control === control.id)
          .map(({ that, answer }) => ({ node: describeTargets(targets), that, verdict: answer.verdict })),
      ),
    };
  });

/** One that differs outweighs one that is unknown, and that all that hold. */
function resultOf(statuses: readonly Status[]): Result {
  if (statuses.length === 0) return 'not checked';
  return (['differs', 'unknown'] as const).find((each) => statuses.includes(each)) ?? 'holds';
}

/**
 * Every check with what was expected and found, those that no control leans on among them.
 *
 * @param lacking what of a whole verification there is not
 */
export function checksSection(
  bundle: Bundle,
  verification: Verification | undefined,
  files: ReadonlyMap<Finding, readonly Shown[]>,
  lacking: readonly string[],
): Section {
  const title = 'Checks of the live accounts';
  if (!verification) return notRead(title, 'AWS was not read: --offline, and no --verification was given');
  const { began, ended, accounts, calls, findings } = verification;
  const checks = findings.map(({ raw: _, ...finding }) => finding);
  const { path } = bundle.json('checks.json', {
    began,
    ended,
    accounts,
    calls,
    checks: findings.map((finding, index) => ({ ...checks[index], replies: files.get(finding) ?? [] })),
  });
  const count = (status: Status) => findings.filter((finding) => finding.status === status).length;
  return {
    title,
    summary: `${counted(findings.length, 'check')}: ${count('holds')} hold, ${count('differs')} differ, ${count('unknown')} unknown`,
    files: [path],
    missing: [...lacking, ...reasonsOf(findings)],
  };
}

/** Why nothing is known, with how often and where, instead of the same line for each resource of an account. */
function reasonsOf(findings: readonly Finding[]): readonly string[] {
  const places = new Map<string, string[]>();
  for (const { status, reason = 'no reason was given', account, region } of findings)
    if (status === 'unknown') places.set(reason, [...(places.get(reason) ?? []), `${account} in ${region}`]);
  return [...places].map(
    ([reason, where]) => `${counted(where.length, 'check')} (${[...new Set(where)].join(', ')}): ${reason}`,
  );
}
