import type { Answer, Context } from '../kit/command';
import { applyWaves, refuseUnasked } from './apply-waves';
import { type Asking, terminal } from './approval';
import type { Options } from './options';
import { deploymentOf, prepare } from './prepare';

/** Plans and applies the stacks that were chosen. */
export async function run(
  options: Options,
  context: Context,
  preparing: typeof prepare = prepare,
  asking: Asking = terminal,
): Promise<Answer> {
  refuseUnasked(options, context, asking);
  const prepared = await preparing(options, context);
  return applyWaves({ ...options, onlyChanged: options['only-changed'] }, context, {
    ...prepared,
    command: 'deploy',
    asking,
    deploymentOf: (folder, { onlyChanged, lose }) =>
      deploymentOf(prepared, folder, { ...options, 'only-changed': onlyChanged, lose }),
  });
}
