import type { Finding, Verification } from '../../live/finding';
import type { LiveAws } from '../../live/live-aws';
import { tryReader } from '../../live/readers';
import { unreadTypes } from '../../live/unread-types';
import { conformancePacks } from '../../policy/conformance/conformance-packs';
import { byKeys } from '../../schema/by-keys';
import type { Account, LandingZone } from '../../schema/landing-zone';
import { deviationsOf } from './compare';
import { complianceOf } from './compliance';
import { controlsOf } from './controls-of';
import { deployedRules } from './deployed-rules';
import { extraGrants } from './extra-grants';
import { mendOf } from './mend';
import { accountIdsOf, type Named, namesOf } from './names';
import { isPartOf } from './part-of';
import { promiseOf } from './promises';
import { type Looked, Resolver, Unresolved } from './resolver';
import { type Stacks, type Written, writtenResources } from './written-stacks';

export interface VerifyOptions {
  readonly zone: LandingZone;
  readonly stacks: Stacks;
  readonly aws: LiveAws;
  /** Names of accounts; empty for all. */
  readonly accounts: readonly string[];
  /** Nothing is expected any more: what is still there differs. */
  readonly expectEmpty: boolean;
  /** Gets how many of how many were looked at. */
  readonly onProgress: (done: number, all: number) => void;
}

/** Compares every resource of the stacks with what AWS has in its place. */
export async function verify(options: VerifyOptions): Promise<Verification> {
  const { zone, stacks, aws, accounts, onProgress } = options;
  const began = new Date().toISOString();
  const resolver = new Resolver(stacks, aws, options.expectEmpty);
  const controls = controlsOf(zone);
  const ids = await accountIdsOf(stacks, resolver);
  const names = await namesOf(zone, stacks, ids);
  const isAsked = (account: string): boolean => accounts.length === 0 || accounts.includes(account);
  const resources = writtenResources(stacks)
    .filter(({ type }) => unreadTypes[type] === undefined)
    .filter((resource) => isAsked(names.byResource(resource).account));
  let done = 0;
  const findings = await Promise.all(
    resources.map(async (resource) => {
      const finding = await findingOf(resource, resolver, controls(resource), names, options.expectEmpty);
      done += 1;
      onProgress(done, resources.length);
      return finding;
    }),
  );
  const packs = conformancePacks(byKeys(zone));
  const idOf = ({ id, key }: Account): string | undefined => id ?? ids.get(key);
  const extra = options.expectEmpty
    ? []
    : [
        ...(await extraGrants(stacks, resolver, aws, names)).filter(({ account }) => isAsked(account)),
        ...(await deployedRules({ packs, aws, isAsked, idOf })),
        // Of the account that has the aggregator, and about all of them: each says only what is asked.
        ...(await complianceOf({ ...{ packs, stacks, resolver, aws, names, isAsked }, idOf })),
      ];
  const ended = new Date().toISOString();
  return {
    began,
    ended,
    accounts,
    expectEmpty: options.expectEmpty,
    calls: aws.calls,
    findings: [...findings, ...extra],
  };
}

async function findingOf(
  resource: Written,
  resolver: Resolver,
  controls: readonly string[],
  names: Named,
  expectEmpty: boolean,
): Promise<Finding> {
  const { stack, type, name } = resource;
  const place = names.byResource(resource);
  const base = {
    id: `${stack}/${type}.${name}`,
    controls,
    promise: promiseOf(type),
    ...place,
    resource: name,
    expected: resource.values,
    deviations: [],
    raw: [],
    time: new Date().toISOString(),
  };
  try {
    const looked = await resolver.look(resource);
    const judged = expectEmpty ? judgeEmpty(type, looked) : judge(type, looked);
    const found = {
      ...base,
      ...judged,
      raw: looked.replies,
      time: new Date().toISOString(),
      resource: calledIn(looked, name),
    };
    if (found.status === 'holds') return found;
    if (found.status === 'unknown') return { ...found, mend: letKnow(found.reason ?? '') };
    if (expectEmpty) return { ...found, mend: 'delete it, or keep it and know why' };
    return { ...found, mend: mendOf(resource, found.deviations) };
  } catch (error) {
    if (expectEmpty && error instanceof Unresolved && isPartOf(type, error.absentType))
      return { ...base, status: 'holds', expected: undefined };
    const { message } = error as Error;
    const reason = error instanceof Unresolved ? `it refers to what is not known: ${message}` : message;
    return { ...base, status: 'unknown', reason, mend: letKnow(reason) };
  }
}

type Judged = Pick<Finding, 'status' | 'expected' | 'found' | 'deviations' | 'reason'>;

function judge(type: string, { wanted, answer }: Looked): Judged {
  const reader = tryReader(type);
  const unread = Object.keys(reader?.unread ?? {});
  const written = Object.fromEntries(Object.entries(wanted).filter(([name]) => !unread.includes(name)));
  const expected = { ...written, ...reader?.also?.(wanted) };
  if (answer.state === 'unknown') return { status: 'unknown', expected, deviations: [], reason: answer.reason };
  if (answer.state === 'absent')
    return { status: 'differs', expected, deviations: [{ path: type, expected: 'is there' }] };
  const deviations = deviationsOf(expected, answer.value, reader);
  return { status: deviations.length > 0 ? 'differs' : 'holds', expected, found: answer.value, deviations };
}

/** Settings of an account that are never gone: they are as AWS has them at first, or still as they were written. */
const settings =
  /^aws_(default_|ebs_encryption|ebs_snapshot|ec2_|guardduty_(organization_configuration|detector_feature)|macie2_organization_configuration|securityhub_organization_configuration|glue_data_catalog_encryption|lakeformation_data_lake_settings|servicequotas|organizations_organization$)/;

function judgeEmpty(type: string, looked: Looked): Judged {
  const { answer } = looked;
  if (answer.state === 'unknown')
    return { status: 'unknown', expected: undefined, deviations: [], reason: answer.reason };
  if (answer.state === 'absent' || isGoing(answer.value))
    return { status: 'holds', expected: undefined, deviations: [] };
  if (settings.test(type) && judge(type, looked).status === 'differs')
    return { status: 'holds', expected: undefined, found: answer.value, deviations: [] };
  const deviations = [{ path: type, found: 'is still there' }];
  return { status: 'differs', expected: undefined, found: answer.value, deviations };
}

/** Keys wait for their deletion, and closed accounts for ninety days. */
const isGoing = ({ key_state, state }: Readonly<Record<string, unknown>>): boolean =>
  key_state === 'PendingDeletion' || /^(SUSPENDED|CLOSED|PENDING_CLOSURE)$/.test(String(state));

/** What AWS calls it. */
function calledIn({ answer, wanted }: Looked, name: string): string {
  const found = answer.state === 'found' ? answer.value : {};
  const called = found.arn ?? found.id ?? wanted.arn ?? wanted.name ?? wanted.bucket ?? name;
  return String(called);
}

const letKnow = (reason: string): string =>
  /AccessDenied|not authorized|UnauthorizedOperation/i.test(reason)
    ? 'give the role that verify works in what `verify --permissions` prints'
    : /AssumeRole|credentials/i.test(reason)
      ? 'name a role that the management account may assume there: --role'
      : 'mend what it refers to, then verify again';
