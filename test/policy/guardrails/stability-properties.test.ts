import * as fc from 'fast-check';
import { assignmentsOf } from '../../../policy/assignments';
import { organizationPolicies } from '../../../policy/guardrails/organization-policies';
import type { OrganizationPolicy } from '../../../policy/guardrails/organization-policy';
import { listOf } from '../../../policy/guardrails/packing/normal-form';
import { controlForm, type Where } from '../../../schema/forms/control';
import type { Account, Control, LandingZone } from '../../../schema/landing-zone';
import { keyOf } from '../../../schema/organization-tree';
import { madeControl } from '../../support/made-control';
import { zoneOf } from '../../support/zone';

/** What an edit is about: what people change every week. */
interface Edit {
  readonly kind: 'approve' | 'mode' | 'add account' | 'remove account' | 'add OU';
  /** Which control, account or OU, of as many as there are. */
  readonly index: number;
  readonly mode: Control['mode'];
}

/** A small organization, as a person wrote it. */
interface Written {
  readonly controls: readonly {
    readonly make: (models: readonly string[]) => Control;
    readonly mode: Control['mode'];
  }[];
  readonly models: readonly string[];
  readonly accounts: readonly Account[];
  readonly units: readonly string[];
}

const bare = zoneOf({ controls: [] });
const members = bare.accounts.map((account) => ({ ...account, tags: { tier: 'gold' } }));
const resources = ['model/a', 'model/b', 'model/c', 'other'];

const where = fc.constantFrom<Where>(
  'every account',
  'every account',
  { organizationalUnits: ['Sandbox', 'Workloads'] },
  { accountTags: { tier: 'gold' } },
);

/**
 * Long enough that a few fill a document, and no more of them than there are slots, so that nothing is ever packed anew. Some share
 * their terms, and are one statement where they meet.
 */
const controls = fc
  .array(
    fc.record({ where, alone: fc.boolean(), aboutModels: fc.boolean(), length: fc.integer({ min: 800, max: 3000 }) }),
    { minLength: 6, maxLength: 8 },
  )
  .map((all) =>
    all.map(({ where, alone, aboutModels, length }, index) => {
      const terms = alone ? `only-${index}`.padEnd(length, '-') : 'shared'.padEnd(1000, '-');
      const action = `s3:Made${index}`.padEnd(alone ? 0 : length, 'x');
      return once((models): Control => {
        const denied = {
          Action: [action, 's3:Common'],
          // Approving a model lengthens the statement by far more than in truth, so that documents overflow.
          ...(aboutModels && { NotResource: models.flatMap((model) => [model, `${model}/`.padEnd(1500, '-')]) }),
          Condition: { StringEquals: { 'aws:PrincipalTag/made': terms } },
        };
        const { file, value } = madeControl({ id: `made-${index}`, where, prevent: { scp: [denied] } });
        return { ...controlForm.parse(value), where, file, service: 'made', mode: 'on' };
      });
    }),
  );

/** A control is parsed once for each list of models, because that is what takes time. */
function once(make: (models: readonly string[]) => Control): (models: readonly string[]) => Control {
  const made = new Map<number, Control>();
  return (models) => {
    const control = made.get(models.length) ?? make(models);
    made.set(models.length, control);
    return control;
  };
}

const edits = fc
  .array(
    fc.record<Edit>({
      kind: fc.constantFrom('approve', 'approve', 'mode', 'mode', 'add account', 'remove account', 'add OU'),
      index: fc.nat(),
      mode: fc.constantFrom('on', 'detect', 'off'),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map((some): readonly Edit[] => [{ kind: 'approve', index: 0, mode: 'on' }, ...some]);

function edited(written: Written, { kind, index, mode }: Edit): Written {
  const at = <T>(list: readonly T[]): number => index % list.length;
  const { accounts, units, models } = written;
  if (kind === 'approve') return { ...written, models: resources.slice(0, Math.min(models.length + 1, 3)) };
  if (kind === 'mode')
    return {
      ...written,
      controls: written.controls.map((each, i) => (i === at(written.controls) ? { ...each, mode } : each)),
    };
  if (kind === 'add OU') return { ...written, units: [...new Set([...units, `Ou${index % 9}`])].sort() };
  if (kind === 'remove account' && accounts.length > 3)
    return { ...written, accounts: accounts.filter((account, i) => i !== at(accounts) || account === members[0]) };
  const [template] = members.filter(({ name }) => name === 'sandbox');
  return { ...written, accounts: [...accounts, ...(template ? [{ ...template, name: `a${index % 99}` }] : [])] };
}

const zoneAs = (
  { controls, models, accounts, units }: Written,
  assignments: LandingZone['ledger']['assignments'],
): LandingZone => ({
  ...bare,
  accounts,
  managementAccount: accounts[0] ?? bare.managementAccount,
  organizationalUnits: [...bare.organizationalUnits, ...units].sort(),
  controls: controls.map(({ make, mode }) => ({ ...make(models), mode })),
  ledger: { ...bare.ledger, assignments },
});

type Policies = readonly OrganizationPolicy[];

/** Two states of an organization, one edit apart, the later one packed with what the ledger knows of the former. */
interface Step {
  readonly edit: Edit;
  readonly before: Policies;
  readonly after: Policies;
  readonly later: LandingZone;
  readonly random: readonly number[];
}

const checkEach = (check: (step: Step) => void): void =>
  fc.assert(
    fc.property(controls, edits, fc.array(fc.nat(), { minLength: 60, maxLength: 60 }), (makers, all, random) => {
      let written: Written = {
        controls: makers.map((make) => ({ make, mode: 'on' })),
        models: resources.slice(0, 1),
        accounts: members,
        units: [],
      };
      let zone = zoneAs(written, {});
      let before = organizationPolicies(zone);
      for (const edit of all) {
        written = edited(written, edit);
        const later = zoneAs(written, assignmentsOf(zone));
        const after = organizationPolicies(later);
        check({ edit, before, after, later, random });
        zone = later;
        before = after;
      }
    }),
    { numRuns: 5 },
  );

const controlsOf = ({ statements }: OrganizationPolicy) => new Set(statements.flatMap((each) => each.controls));
const byName = (policies: Policies) => new Map(policies.map((policy) => [policy.name, policy]));

/** Everything that a policy denies, by resource and by the terms of the statement. */
const denialsOf = ({ statements }: OrganizationPolicy): readonly string[] =>
  statements.flatMap(({ statement: { Action, NotResource, Condition } }) =>
    resources
      .filter((resource) => !listOf(NotResource).includes(resource))
      .flatMap((resource) => listOf(Action).map((action) => `${action} ${resource} ${JSON.stringify(Condition)}`)),
  );

/** What is in force at every node: an attached policy with a document. */
function inForce(policies: Iterable<OrganizationPolicy>): ReadonlySet<string> {
  const found = new Set<string>();
  for (const policy of policies)
    for (const denial of denialsOf(policy))
      for (const target of policy.targets) found.add(`${keyOf(target)} ${denial}`);
  return found;
}

/** A change that Terraform makes, and those that it waits for. */
interface Change {
  readonly id: string;
  readonly needs: readonly string[];
  readonly apply: (state: Map<string, OrganizationPolicy>) => void;
}

function changesOf(before: Policies, after: Policies): readonly Change[] {
  const old = byName(before);
  const kept = byName(after);
  const saved = after.flatMap((policy): Change[] => {
    const { name, targets } = policy;
    const known = old.get(name);
    const needs = policy.after === undefined ? [] : [`save ${policy.after}`, `attach ${policy.after}`];
    return [
      { id: `save ${name}`, needs, apply: (state) => state.set(name, { ...policy, targets: known?.targets ?? [] }) },
      { id: `attach ${name}`, needs: [`save ${name}`], apply: (state) => state.set(name, { ...policy, targets }) },
    ];
  });
  const gone = before.filter(({ name }) => !kept.has(name));
  return [
    ...saved,
    ...gone.map(({ name }) => ({
      id: `delete ${name}`,
      needs: [],
      apply: (state: Map<string, OrganizationPolicy>) => state.delete(name),
    })),
  ];
}

/** Every state in between, in one of the orders that the dependencies allow. */
function* statesBetween(
  before: Policies,
  after: Policies,
  random: readonly number[],
): Generator<Iterable<OrganizationPolicy>> {
  const state = byName(before);
  const done = new Set<string>();
  let open = changesOf(before, after);
  for (let turn = 0; open.length > 0; turn += 1) {
    const ready = open.filter(({ needs }) => needs.every((need) => done.has(need)));
    const next = ready[(random[turn % random.length] ?? 0) % ready.length];
    if (!next) throw new Error(`a circle: ${open.map(({ id }) => id).join()}`);
    next.apply(state);
    done.add(next.id);
    open = open.filter((change) => change !== next);
    yield state.values();
  }
}

describe('whatever is edited', () => {
  it('documents that have nothing to do with it keep their bytes', () => {
    checkEach(({ edit, before, after }) => {
      const old = byName(before);
      for (const policy of after) {
        const known = old.get(policy.name);
        if (!known) continue;
        const others = [...controlsOf(known)].filter((id) => controlsOf(policy).has(id));
        const isAbout = others.length !== controlsOf(known).size || others.length !== controlsOf(policy).size;
        if (edit.kind === 'approve') {
          const grows = /NotResource/.test(known.content + policy.content);
          if (!grows && !isAbout) expect(policy.content).toBe(known.content);
          // What moves leaves a document that approving a model made too long.
          if (!/NotResource/.test(known.content)) expect(others).toHaveLength(controlsOf(known).size);
        } else if (edit.kind !== 'mode') expect(policy.content).toBe(known.content);
        else {
          const id = (policies: Policies) => policies.flatMap((each) => [...controlsOf(each)]);
          const switched = new Set(
            [...id(before), ...id(after)].filter((each) => !id(before).includes(each) || !id(after).includes(each)),
          );
          const touched = [...controlsOf(known), ...controlsOf(policy)].some((each) => switched.has(each));
          if (!touched) expect(policy.content).toBe(known.content);
        }
      }
    });
  });

  it('no deny that stays is absent at any point of an apply, in whichever order Terraform is free to choose', () => {
    checkEach(({ before, after, random }) => {
      const then = inForce(after);
      const stays = [...inForce(before)].filter((denial) => then.has(denial));
      for (const state of statesBetween(before, after, random)) {
        const now = inForce(state);
        expect(stays.filter((denial) => !now.has(denial))).toEqual([]);
      }
    });
  });

  it('it makes no difference whether the ledger is written before the apply or after it', () => {
    checkEach(({ after, later }) => {
      const locked = { ...later, ledger: { ...later.ledger, assignments: assignmentsOf(later) } };
      expect(organizationPolicies(locked)).toEqual(after);
    });
  });

  it('what moves is tried: documents overflow, and controls go to a document of a higher number', () => {
    let moves = 0;
    checkEach(({ before, after }) => {
      const numbers = (policies: Policies) =>
        new Map(
          policies.flatMap((each) =>
            [...controlsOf(each)].map((id) => [
              `${each.targets[0]?.kind} ${each.targets[0]?.name} ${id}`,
              Number(each.name.split('-').at(-1)),
            ]),
          ),
        );
      const old = numbers(before);
      for (const [key, number] of numbers(after)) {
        const known = old.get(key) ?? number;
        expect(number).toBeGreaterThanOrEqual(known);
        if (number > known) moves += 1;
      }
    });
    expect(moves).toBeGreaterThan(0);
  });
});
