import { type SynthesizedStack, withDependencies } from '../../deployment/manifest';
import { type Problem, useOneOf } from '../../schema/problems/problem';
import { optionProblem } from '../kit/invalid-request';
import type { Options } from './options';

/** What is wrong with the stacks that the options name, and with where their states are to be kept. */
export function stackProblems(
  { stack, interrupt, backend }: Pick<Options, 'stack' | 'interrupt' | 'backend'>,
  stacksOf: () => readonly SynthesizedStack[],
): readonly Problem[] {
  if (stack === undefined && interrupt === undefined) return [];
  const stacks = stacksOf();
  const names = stacks.map(({ name }) => name);
  const isKnown = (name: string): boolean => names.includes(name);
  const deployed = stack !== undefined && isKnown(stack) ? withDependencies(stacks, stack) : stacks;
  const deployedNames = deployed.map(({ name }) => name);
  return [
    ...backendProblems({ backend, interrupt }),
    ...(stack === undefined || isKnown(stack)
      ? []
      : [optionProblem('stack', stack, 'must be a stack', useOneOf(stack, names))]),
    ...(interrupt === undefined || deployedNames.includes(interrupt)
      ? []
      : [
          optionProblem('interrupt', interrupt, 'must be a stack that is deployed', useOneOf(interrupt, deployedNames)),
        ]),
  ];
}

/** What is wrong with the older release that an upgrade is rehearsed from, and with what is asked for beside it. */
export function upgradeProblems(
  { from, keep, rules, interrupt, backend }: Pick<Options, 'from' | 'keep' | 'rules' | 'interrupt' | 'backend'>,
  tryCommitOf: (ref: string) => string | undefined,
): readonly Problem[] {
  if (from === undefined) return [];
  const beside = { keep: keep || undefined, rules: rules || undefined, interrupt, backend };
  return [
    ...(tryCommitOf(from) === undefined
      ? [
          optionProblem(
            'from',
            from,
            'must be a commit, tag or branch of the repository of this project',
            'git fetch --tags, then name what was deployed last: git log shows it',
          ),
        ]
      : []),
    ...Object.entries(beside).flatMap(([name, value]) =>
      value === undefined
        ? []
        : [optionProblem(name, value, 'has no meaning for an upgrade', 'leave it out, or leave --from out')],
    ),
  ];
}

/** What is wrong with where states are to be kept, and with what is asked for beside it. */
const backendProblems = ({ backend, interrupt }: Pick<Options, 'backend' | 'interrupt'>): readonly Problem[] =>
  interrupt === undefined || backend === undefined || backend === 'local'
    ? []
    : [
        optionProblem(
          'interrupt',
          interrupt,
          'is rehearsed with states in files, which tell while Terraform works how far it has come',
          'leave it out, or leave --backend out',
        ),
      ];
