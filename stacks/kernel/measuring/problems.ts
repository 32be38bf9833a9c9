import { settingsFile } from '../../../schema/forms/settings';
import type { Account, LandingZone } from '../../../schema/landing-zone';
import type { Problem } from '../../../schema/problems/problem';
import { type Input, tryInput } from './input';
import { type Resources, type Violation, violationsOf } from './measure';
import { type Providers, tagViolations } from './tags';

/** What is written of a stack, as far as it is measured. */
export interface Measurable {
  readonly resource?: Resources;
  readonly provider?: Providers;
}

/** Who the stack is of, and what it is made from. */
export interface Origin {
  readonly name: string;
  readonly zone: LandingZone;
  readonly account: Account;
  readonly inputs: () => readonly Input[];
}

/** Everything in a stack that is more than AWS takes, each with the input to change. */
export function measuringProblems(
  { resource = {}, provider = {} }: Measurable,
  { name, zone, account, inputs }: Origin,
): readonly Problem[] {
  const problem = ({ address, value, rule }: Violation, { file, field, fix }: Omit<Input, 'of'>): Problem => ({
    file,
    field,
    value,
    rule: `${rule}; it is ${address} of the stack ${name}`,
    fix,
  });
  const ofAccount = Object.keys(account.tags).length >= Object.keys(zone.tags).length;
  const tags = {
    file: ofAccount ? account.file : settingsFile,
    field: 'tags',
    fix: `every resource has the tags of ${settingsFile}, of its account and one for the owner: remove some`,
  };
  return [
    ...violationsOf(resource).map((violation) => problem(violation, tryInput(inputs(), violation.address) ?? unknown)),
    ...tagViolations(resource, provider).map((violation) => problem(violation, tags)),
  ];
}

/** Most names begin with this one. */
const unknown: Omit<Input, 'of'> = { file: settingsFile, field: 'name', fix: 'shorten what it is made from' };
