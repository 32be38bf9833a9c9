import { isDeepStrictEqual } from 'node:util';
import { controlsNamedBy } from '../../proof/change';
import { type LoosenedStatement, loosenedBetween } from '../../proof/loosened';
import { organizationIdMarker } from '../../schema/forms/control';
import { someNames } from '../../schema/text/some-names';
import type { Finding } from '../finding';
import { anyRole, requestText } from '../request-text';
import type { StackJson } from '../stack-json';
import type { Effect } from '../verdict';
import { type ManagementJson, readWrittenPolicies, type WrittenPolicies } from './written-policies';

const subject = 'SCPs and RCPs';

/** What the SCPs and RCPs of two management stacks make possible, and impossible, for each account wherever it is. */
export async function compareAuthorization(
  stack: string,
  before: StackJson,
  after: StackJson,
): Promise<readonly Finding[]> {
  const [old, now] = [before, after].map((each) => readWrittenPolicies(each as ManagementJson)) as [
    WrittenPolicies,
    WrittenPolicies,
  ];
  const opened = await loosenedBetween(old, now);
  const closed = await loosenedBetween(now, old);
  return [
    ...together(opened).map((each) => findingOf(stack, each, 'weaker')),
    ...together(closed.filter(({ answer }) => answer.verdict === 'refuted')).map((each) =>
      findingOf(stack, each, 'stronger'),
    ),
    ...allowedElsewise(stack, old, now),
    ...[...old.unread, ...now.unread].map(
      ({ resource, because }): Finding => ({
        stack,
        accounts: [],
        subject: resource,
        change: 'changed',
        effects: [{ verdict: 'not judged', says: because }],
      }),
    ),
  ];
}

/** Accounts and OUs for which other statements than before say what is allowed at all. */
function allowedElsewise(stack: string, old: WrittenPolicies, now: WrittenPolicies): readonly Finding[] {
  const allowedAt = ({ chains, allowing }: WrittenPolicies, place: string) =>
    (chains.get(place) ?? []).flatMap((node) => (allowing.has(node) ? [allowing.get(node)] : []));
  const places = [...now.chains.keys()]
    .filter((place) => old.chains.has(place))
    .filter((place) => !isDeepStrictEqual(allowedAt(old, place), allowedAt(now, place)))
    .sort(accountsFirst)
    .map(nodeText);
  if (places.length === 0) return [];
  const says = `other statements than before say what is allowed at all in ${someNames(places)}`;
  return [{ stack, accounts: places, subject, change: 'changed', effects: [{ verdict: 'not judged', says }] }];
}

/** One for each request: a policy may be attached to several nodes. */
function together(all: readonly LoosenedStatement[]): readonly LoosenedStatement[] {
  const byRequest = new Map<string, LoosenedStatement>();
  for (const each of all) {
    const key = JSON.stringify([each.sid, each.keeps, each.answer]);
    const places = [...new Set([...(byRequest.get(key)?.places ?? []), ...each.places])];
    byRequest.set(key, { ...each, places: places.sort(accountsFirst) });
  }
  return [...byRequest.values()];
}

const accountsFirst = (a: string, b: string): number =>
  Number(b.startsWith('account-')) - Number(a.startsWith('account-'));

function findingOf(stack: string, loosened: LoosenedStatement, verdict: 'weaker' | 'stronger'): Finding {
  const { places, sid = '', keeps } = loosened;
  const named = controlsNamedBy(sid, keeps);
  const controls = named.length > 0 ? named : keeps.length === 1 ? keeps : [];
  return {
    stack,
    accounts: places.map(nodeText),
    subject: controls.length > 0 ? `${subject}: ${controls.join(', ')}` : subject,
    change: 'changed',
    effects: [effectOf(loosened, verdict)],
  };
}

function effectOf({ answer, places }: LoosenedStatement, verdict: 'weaker' | 'stronger'): Effect {
  if (answer.verdict !== 'refuted') return { verdict: 'not judged', says: answer.because };
  const what = verdict === 'weaker' ? 'becomes possible' : 'is not possible any more';
  const says = `${requestText(answer.by)} ${what} in ${someNames(places.map(nodeText))}${anyRole(answer.by)}`;
  return { verdict, says: says.replaceAll(organizationIdMarker, 'this organization') };
}

/** The address of a node as people say it: an account by its name. */
export const nodeText = (address: string): string =>
  address === 'root' ? 'accounts to come' : address.replace(/^account-/, '').replace(/^ou-/, 'OU ');
