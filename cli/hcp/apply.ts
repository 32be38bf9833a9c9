import { basename } from 'node:path';
import { applyWaves, refuseUnasked } from '../deploy/apply-waves';
import { type Asking, terminal } from '../deploy/approval';
import type { Answer, Context } from '../kit/command';
import type { ApplyOptions } from './options';
import { deploymentOf, hcpRunsOf, noteChangedHere, prepareHcp, runStacks, widthOf } from './prepare';

/** Plans and applies the stacks that were chosen, by runs. */
export async function run(
  options: ApplyOptions,
  context: Context,
  preparing: typeof prepareHcp = prepareHcp,
  asking: Asking = terminal,
): Promise<Answer> {
  refuseUnasked(options, context, asking);
  const prepared = await preparing(options, context);
  runStacks(options.stack, prepared, context);
  await noteChangedHere(prepared, context);
  const width = await widthOf(prepared, options.width, context);
  return applyWaves({ ...options, onlyChanged: !options.all }, context, {
    outdir: hcpRunsOf(prepared),
    all: runStacks([], prepared, context),
    command: 'hcp apply',
    asking,
    deploymentOf: (folder, { onlyChanged, lose }) =>
      deploymentOf(prepared, folder, {
        ...options,
        all: !onlyChanged,
        lose,
        message: `landing-zone hcp apply ${basename(folder.path)}`,
        width,
        speculative: false,
      }),
  });
}
