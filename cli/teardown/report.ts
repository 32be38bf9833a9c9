import type { StackResult } from '../../deployment/result';
import { keptTypes } from '../../schema/facts/kept-types';
import { table } from '../kit/table';
import { isDestroyed } from './is-destroyed';
import type { Kept } from './keepings';
import type { Staying } from './staying';

/** What a teardown would do, for a person and a program. */
export interface Preview {
  readonly landingZone: string;
  readonly managementAccount: string;
  /** As the state of `management` has it; left out where it has none any more. */
  readonly organization?: string;
  /** In the order of destruction. */
  readonly stacks: readonly StackPreview[];
  /** What leaves the state and stays in AWS. */
  readonly kept: readonly Kept[];
  /** What AWS keeps by itself, and what a person has to do before and after. */
  readonly staying: Staying;
}

interface StackPreview {
  readonly stack: string;
  readonly outcome: StackResult['outcome'];
  /** Why it could not be planned. */
  readonly reason?: string;
  /** How many resources of each type are destroyed. */
  readonly destroys: Readonly<Record<string, number>>;
  /** Addresses of what is protected otherwise. */
  readonly protected: readonly string[];
}

/** What a teardown would do with one stack. */
export function stackPreviewOf(
  { stack, outcome, changes, reason }: StackResult,
  isProtected: (stack: string, address: string) => boolean,
): StackPreview {
  const gone = changes.filter(isDestroyed);
  const types = [...new Set(gone.map(({ type }) => type))].sort();
  return {
    stack,
    outcome,
    ...(outcome === 'failed' && { reason }),
    destroys: Object.fromEntries(types.map((type) => [type, gone.filter((each) => each.type === type).length])),
    protected: gone
      .filter(({ type, address }) => isProtected(stack, address) || type in alwaysNamed)
      .map(({ address }) => address)
      .sort(),
  };
}

const { aws_iam_role: _, aws_cloudformation_stack: __, ...alwaysNamed } = keptTypes;

/** The preview as a person reads it. */
export function previewText(preview: Preview, width: number | undefined): string {
  const { landingZone, organization, managementAccount, stacks, kept, staying } = preview;
  const there = stacks.filter(({ outcome }) => outcome !== 'gone');
  const gone = stacks.length - there.length;
  const rows = there.map(({ stack, destroys, protected: named, outcome }) => [
    stack,
    outcome === 'planned' ? String(sum(Object.values(destroys))) : outcome,
    String(named.length),
    String(keptCount(kept, stack)),
    few(Object.entries(destroys).sort(([, a], [, b]) => b - a)),
  ]);
  const head = ['stack', 'destroyed', 'protected', 'kept', 'most of it'];
  return [
    `Landing zone ${landingZone}, ${organization ? `organization ${organization}, ` : ''}management account ${managementAccount}.`,
    there.length === 0
      ? 'No state holds anything: nothing is left to destroy.'
      : `In this order:\n${table({ head, rows, right: ['destroyed', 'protected', 'kept'] }, width)}`,
    ...(gone > 0 && there.length > 0 ? [`${gone} of ${stacks.length} stacks hold nothing any more.`] : []),
    ...section(
      'Destroyed, and otherwise protected:',
      there.flatMap(({ stack, protected: named }) => named.map((address) => `${stack} ${address}`)),
    ),
    ...section('Kept in AWS, out of Terraform:', kept.map(keptLine)),
    ...section('Stays in AWS by itself:', staying.stays),
    ...section('Goes back, in accounts that stay:', staying.goesBack),
    ...section('Before it:', staying.before),
    ...section('After it:', staying.after),
  ].join('\n\n');
}

/** A line about what is kept. */
export const keptLine = ({ stack, address, because, companions }: Kept): string =>
  `${stack} ${address}${companions.length > 0 ? ` (and ${companions.length} with it)` : ''}: it ${because}`;

const section = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : [[title, ...lines.map((line) => `  ${line}`)].join('\n')];

const keptCount = (kept: readonly Kept[], stack: string): number =>
  sum(kept.filter((each) => each.stack === stack).map(({ companions }) => 1 + companions.length));

const few = (counted: readonly (readonly [string, number])[]): string =>
  counted
    .slice(0, 3)
    .map(([type, count]) => `${count} ${type.replace(/^aws_/, '')}`)
    .join(', ');

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
