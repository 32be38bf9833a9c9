import type { CompiledStatement, PolicyStatement } from '../organization-policy';
import { coverOf, isWide, withoutCovered } from './actions';
import { listOf, normalForm } from './normal-form';

/** What one control asks for in a statement. */
interface Claim {
  readonly sids: string[];
  readonly actions: string[];
}

/** Statements of one node that differ in nothing but their actions: one statement in the end. */
class MergedStatement {
  private readonly claims = new Map<string, Claim>();
  private readonly plain = new Set<string>();
  private readonly wide: ((action: string) => boolean)[] = [];

  /** @param frame what is common: all but Sid and Action */
  constructor(private readonly frame: PolicyStatement) {}

  denies(action: string): boolean {
    return this.plain.has(action.toLowerCase()) || this.wide.some((covers) => covers(action));
  }

  add(control: string, sid: string, actions: readonly string[]): void {
    const claim = this.claims.get(control) ?? { sids: [], actions: [] };
    claim.sids.push(sid);
    claim.actions.push(...actions);
    for (const action of actions)
      if (isWide(action)) this.wide.push(coverOf(action));
      else this.plain.add(action.toLowerCase());
    this.claims.set(control, claim);
  }

  compile(): CompiledStatement {
    const claims = [...this.claims].sort(([a], [b]) => (a < b ? -1 : 1));
    const controls = claims.map(([control]) => control);
    const Action = claims.flatMap(([, { actions }]) => actions);
    const alone = claims.length === 1;
    const statement = normalForm({
      ...this.frame,
      ...(alone && { Sid: firstSid(claims.flatMap(([, { sids }]) => sids)) }),
      ...(Action.length > 0 && { Action }),
    });
    if (alone || Action.length === 0) return { statement, controls };
    const actionsOf = claims.map(([control, { actions }]) => [control, withoutCovered(actions)] as const);
    return { statement, controls, actionsOf: Object.fromEntries(actionsOf) };
  }
}

/** What a node denies by itself, growing: what a node above it denies already is noted there and not repeated. */
export class NodeStatements {
  private readonly merged = new Map<string, MergedStatement>();

  /** @param above the nodes above it, to which nothing of their own is added any more */
  constructor(private readonly above: readonly NodeStatements[]) {}

  add({ statement, controls }: CompiledStatement): void {
    const { Sid = '', Action, ...frame } = statement;
    const key = JSON.stringify(frame);
    const inherited = this.above.flatMap((node) => node.merged.get(key) ?? []);
    for (const control of controls) {
      if (Action === undefined) (inherited[0] ?? this.findOrMake(key, frame)).add(control, Sid, []);
      for (const action of listOf(Action))
        (inherited.find((each) => each.denies(action)) ?? this.findOrMake(key, frame)).add(control, Sid, [action]);
    }
  }

  compile(): readonly CompiledStatement[] {
    return [...this.merged.values()].map((each) => each.compile());
  }

  private findOrMake(key: string, frame: PolicyStatement): MergedStatement {
    const found = this.merged.get(key) ?? new MergedStatement(frame);
    this.merged.set(key, found);
    return found;
  }
}

/** The lowest of a control's Sids: `Name2` before `Name10`. */
const firstSid = (sids: readonly string[]): string | undefined =>
  [...sids].sort((a, b) => a.length - b.length || (a < b ? -1 : 1))[0];
