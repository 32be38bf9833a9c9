import type { StackResult } from '../../deployment/result';
import type { RunFolder } from '../../deployment/run-folder';
import { inOrderOfDestruction } from '../../deployment/teardown/order';
import { deployed } from '../deploy/deployed';
import type { CommonOptions } from '../deploy/options';
import { deploymentOf, type Prepared, publishedBy } from '../deploy/prepare';
import type { Context } from '../kit/command';
import { type Keepings, keptIn, root } from './keepings';
import { withPreviewStacks } from './preview-stacks';
import { type Preview, stackPreviewOf } from './report';
import { stayingOf } from './staying';

/** A teardown before anything is done. */
export interface Work {
  readonly prepared: Prepared;
  readonly folder: RunFolder;
  readonly keepings: Keepings;
  readonly common: Omit<CommonOptions, 'stack'>;
  readonly withLogs: boolean;
  /** Accounts of the organization that have no file. */
  readonly undeclared: readonly string[];
}

/** Plans the end of every stack that holds something, and writes nothing. */
export async function previewOf(
  { prepared, folder, keepings, common, withLogs, undeclared }: Work,
  context: Pick<Context, 'note' | 'live' | 'today'>,
): Promise<{ readonly preview: Preview; readonly results: readonly StackResult[] }> {
  const { zone, outdir } = prepared;
  const { kept, isProtected } = keepings;
  const results = await withPreviewStacks(zone, outdir, (all) =>
    deployed(
      {
        ...deploymentOf({ ...prepared, all }, folder, common),
        // Nothing is destroyed: none has to wait for another.
        stacks: inOrderOfDestruction(all).map((stack) => ({ ...stack, dependencies: [] })),
        goal: 'preview',
        approvesAll: false,
        approve: async () => false,
        outliving: { of: (stack) => keptIn(kept, stack), leave: async () => {} },
      },
      context,
    ),
  );
  const organization = (await publishedOf(prepared)).organization_id;
  const preview: Preview = {
    landingZone: zone.name,
    managementAccount: zone.managementAccount.id ?? '',
    ...(typeof organization === 'string' && { organization }),
    stacks: results.map((result) => stackPreviewOf(result, isProtected)),
    kept,
    staying: stayingOf({ zone, results, kept, withLogs, undeclared, today: context.today }),
  };
  return { preview, results };
}

/** What the stack of the organization publishes, which its destroy takes first. */
export async function publishedOf(prepared: Prepared): Promise<Readonly<Record<string, unknown>>> {
  const management = prepared.all.find(({ name }) => name === root);
  const state = management && (await publishedBy(prepared).stateOf(management));
  return Object.fromEntries(Object.entries(state?.outputs ?? {}).map(([name, { value }]) => [name, value]));
}
