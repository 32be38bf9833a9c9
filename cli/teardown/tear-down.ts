import type { OrganizationsClient } from '@aws-sdk/client-organizations';
import type { PlannedChange } from '../../deployment/plan-judgement';
import { isDone, type StackResult } from '../../deployment/result';
import { importsOf } from '../../deployment/teardown/imports';
import { moveToRoot } from '../../deployment/teardown/move-to-root';
import { inOrderOfDestruction } from '../../deployment/teardown/order';
import { deployed } from '../deploy/deployed';
import { deploymentOf } from '../deploy/prepare';
import type { Context } from '../kit/command';
import { isDestroyed } from './is-destroyed';
import { keptIn, root } from './keepings';
import { publishedOf, type Work } from './preview';
import type { Proof } from './proof';

/** What a teardown asks beside Terraform. */
export interface Hands {
  /** Looks for what should be gone, in the stacks that are asked about. */
  readonly prove: (isAsked: (stack: string) => boolean) => Promise<Proof>;
  /** Addresses of accounts that AWS has closed. */
  readonly closed: () => Promise<readonly string[]>;
  readonly organizations: () => OrganizationsClient;
}

/** What came of a teardown. */
export interface Done {
  /** Of the release where that did not come to its end, else of the destruction. */
  readonly results: readonly StackResult[];
  readonly phase: 'release' | 'destroy';
  /** What is there of the stacks that were destroyed; undefined where it was not looked for, because something went wrong. */
  readonly proof?: Proof;
}

/**
 * Releases every stack, then destroys them, each after those that need it. Before the accounts are closed `verify` looks into them, because
 * nobody can afterwards; where something is left they stay open.
 */
export async function tearDown(
  work: Work,
  plans: readonly StackResult[],
  hands: Hands,
  context: Pick<Context, 'note' | 'live'>,
): Promise<Done> {
  const { prepared, folder, common } = work;
  const all = prepared.all;
  const released = await deployed(
    {
      ...deploymentOf(prepared, folder, { ...common, 'only-changed': true }),
      stacks: all.map((stack) => ({ ...stack, dependencies: [] })),
      goal: 'release',
      // What has left a state by an earlier run is not taken for missing.
      outliving: { of: (stack) => keptIn(work.keepings.kept, stack), leave: async () => {} },
      approvesAll: true,
      approve: async () => true,
      objections: inPlaceOnly,
    },
    context,
  );
  if (!released.every(isDone)) return { results: released, phase: 'release' };
  let before: Proof | undefined;
  const closed = await hands.closed();
  const destroy = async (names: (name: string) => boolean, alreadyClosed: readonly string[]) =>
    deployed(
      {
        ...deploymentOf(prepared, folder, common),
        stacks: inOrderOfDestruction(all.filter(({ name }) => names(name))),
        goal: 'destroy',
        approvesAll: true,
        objections: onlyWhatWasShown(work, plans),
        outliving: await outlivingOf(work, alreadyClosed, hands),
        approve: async (waiting) => {
          if (!waiting.some(({ stack }) => stack === root)) return true;
          before ??= await hands.prove((stack) => stack !== root);
          return before.still.length === 0;
        },
      },
      context,
    );
  const first = await destroy(() => true, closed);
  const results = isTaken(first)
    ? [
        ...first.filter(({ stack }) => stack !== root),
        ...(await destroy((name) => name === root, await hands.closed())),
      ]
    : first;
  if (before && before.still.length > 0) return { results, phase: 'destroy', proof: before };
  if (!results.every((result) => isDone(result) || result.outcome === 'waits')) return { results, phase: 'destroy' };
  const after = await hands.prove((stack) => stack === root || before === undefined);
  return {
    results,
    phase: 'destroy',
    proof: { still: after.still, unknown: [...(before?.unknown ?? []), ...after.unknown] },
  };
}

/** Whether AWS closed accounts which the provider did not see: what is closed leaves the state, and the rest goes. */
const isTaken = (results: readonly StackResult[]): boolean =>
  results.some(({ outcome, reason = '' }) => outcome === 'waits' && reason.includes('has taken the closing'));

/** A release changes in place what protects, and nothing else. */
const inPlaceOnly = (stack: string, changes: readonly PlannedChange[]): readonly string[] =>
  changes
    .filter(({ type, action }) => type !== 'output' && !['update', 'forget', 'move'].includes(action))
    .map(
      ({ action, address }) =>
        `${action} ${stack}/${address}: a release changes only what protects\n  todo: run npx landing-zone deploy, which shows it, and then this again`,
    );

/** What nobody was shown is not destroyed: somebody may have deployed it since. */
function onlyWhatWasShown({ keepings }: Work, plans: readonly StackResult[]) {
  return (stack: string, changes: readonly PlannedChange[]): readonly string[] => {
    const seen = new Set(
      plans.filter((plan) => plan.stack === stack).flatMap((plan) => plan.changes.map(({ address }) => address)),
    );
    const keeps = keptIn(keepings.kept, stack);
    return changes.filter(isDestroyed).flatMap(({ address }) => {
      if (keeps.includes(address)) return [`destroy ${stack}/${address}: it is kept`];
      return seen.has(address)
        ? []
        : [`destroy ${stack}/${address}: it was not shown before\n  todo: run it again, and look at what it shows`];
    });
  };
}

/** What leaves the states, and the accounts that go to the root before: AWS deletes no OU with an account in it. */
async function outlivingOf({ prepared, keepings }: Work, closed: readonly string[], hands: Hands) {
  const { kept } = keepings;
  const { ou_ids: units = {} } = (await publishedOf(prepared)) as {
    readonly ou_ids?: Readonly<Record<string, string>>;
  };
  const management = prepared.all.find(({ name }) => name === root);
  const adopted = management ? importsOf(management) : [];
  const staying = new Set(
    Object.entries(units).flatMap(([path, id]) =>
      keptIn(kept, root).includes(`aws_organizations_organizational_unit.ou-${path.replaceAll('/', '-')}`) ? [id] : [],
    ),
  );
  return {
    of: (stack: string) => [...keptIn(kept, stack), ...(stack === root ? closed : [])],
    leave: async (stack: string, addresses: readonly string[]) => {
      const accounts = adopted.filter(
        ({ to }) => stack === root && to.startsWith('aws_organizations_account.') && addresses.includes(to),
      );
      if (accounts.length === 0) return;
      const client = hands.organizations();
      await moveToRoot(
        client,
        accounts.map(({ id }) => id),
        (unit) => staying.has(unit),
      );
      client.destroy();
    },
  };
}
