import type { LandingZone } from '../../../schema/landing-zone';
import { type Target, targetsOf } from '../../../schema/organization-tree';
import { type Subject, statementTest } from '../../iam/statement-test';
import type { PolicyType } from '../organization-policy';
import { authorizationKinds } from '../policy-kinds';

/** A control's own statements and where they hold. */
interface OwnStatements {
  readonly tests: readonly ((subject: Subject) => boolean)[];
  readonly targets: readonly Target[];
}

/**
 * Tells which controls of a merged statement a denial is due to: those that hold at a node of the chain and by themselves deny the
 * request. Controls that the landing zone does not have are named as they are.
 */
export function attribution(
  zone: LandingZone,
): (type: PolicyType, controls: readonly string[], chain: readonly Target[], subject: Subject) => readonly string[] {
  const compiled = new Map<string, OwnStatements>();
  const ownStatements = (type: PolicyType, id: string): OwnStatements => {
    const key = `${type} ${id}`;
    const own = compiled.get(key) ?? compile(zone, type, id);
    compiled.set(key, own);
    return own;
  };
  return (type, controls, chain, subject) => {
    if (controls.length < 2) return controls;
    const due = controls.filter((id) => {
      const { tests, targets } = ownStatements(type, id);
      const holds = targets.some((target) =>
        chain.some((node) => node.kind === target.kind && node.name === target.name),
      );
      return holds && tests.some((speaksOf) => speaksOf(subject));
    });
    return due.length > 0 ? due : controls;
  };
}

function compile(zone: LandingZone, type: PolicyType, id: string): OwnStatements {
  const control = zone.controls.find((each) => each.id === id);
  return {
    tests: (control?.prevent?.[authorizationKinds[type].key] ?? []).map(statementTest),
    targets: control ? targetsOf(zone, control.where) : [],
  };
}
