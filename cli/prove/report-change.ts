import type { Loosened } from '../../proof/change';
import type { Request } from '../../proof/request';
import type { WrittenPolicies } from '../../review/organization/written-policies';

/** What a comparison with older policies has found. */
export interface Change extends Pick<WrittenPolicies, 'unread'> {
  /** How many statements allow something: they deny nothing, and are not compared. */
  readonly allowing: number;
  /** The folder or commit, as it was given. */
  readonly against: string;
  /** Statements as they were attached, and accounts whose place is known. */
  readonly compared: number;
  readonly accounts: number;
  /** What is newly allowed, or may be. */
  readonly newlyAllowed: readonly Loosened[];
}

/** Whether it is proved that nothing is newly allowed. */
export const isTight = ({ newlyAllowed, unread }: Change): boolean => newlyAllowed.length + unread.length === 0;

/** The comparison as a person reads it, with how much was compared. */
export function describeChange(change: Change): string {
  const { against, newlyAllowed, unread, allowing } = change;
  return [
    describeCompared(change),
    ...(allowing > 0 ? [`Not compared: ${allowing} statements of ${against} that allow something.`] : []),
    ...unread.map(({ resource, because }) => `not decided of ${resource}\n  because    ${because}`),
    ...(isTight(change) ? [`Nothing is newly allowed since ${against}.`] : []),
    ...(newlyAllowed.length > 0 ? [`Newly allowed since ${against}:`, ...newlyAllowed.map(describeLoosened)] : []),
  ].join('\n');
}

const describeCompared = ({ against, compared, accounts }: Change): string =>
  `Compared with ${against}: ${compared} statements as they are attached, for ${accounts} accounts of then.`;

const describeLoosened = ({ node, places, policy, statement, controls, answer }: Loosened): string =>
  [
    `${node}, ${controls.join(', ') || 'no control that can be told'}, ${policy}`,
    ...(places.join() === node ? [] : [`  for        ${places.join(', ')}`]),
    `  statement  ${shortened(statement)}`,
    describeAnswer(answer),
  ].join('\n');

/** The request that gets through, or why nothing is known. */
export const describeAnswer = (answer: Loosened['answer']): string =>
  answer.verdict === 'refuted' ? `  allowed    ${describeRequest(answer.by)}` : `  because    ${answer.because}`;

const describeRequest = ({ action, resource, context }: Request): string =>
  [
    `${action} on ${resource}`,
    ...Object.entries(context).map(([key, values]) =>
      values.length === 0 ? `without ${key}` : `${key} ${values.join(', ')}`,
    ),
  ].join('; ');

/** More of a statement than this is read in `--json`. */
const longest = 160;

/** The beginning of what is too long for a screen. */
export function shortened(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
