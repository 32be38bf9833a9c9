import { readVersion } from '../project/version';
import { account } from './account';
import { audit } from './audit';
import { bench } from './bench';
import { budget } from './budget';
import { control } from './control';
import { cost } from './cost';
import { deploy } from './deploy';
import { diff } from './diff';
import { evidence } from './evidence';
import { generateOf } from './generate';
import { hcp } from './hcp';
import type { CommandGroup } from './kit/command';
import { runCommand } from './kit/run';
import { lineage } from './lineage';
import { lock } from './lock';
import { model } from './model';
import { modelCards } from './model-cards';
import { plan } from './plan';
import { prove } from './prove';
import { rehearse } from './rehearse';
import { review } from './review';
import { simulate } from './simulate';
import { synth } from './synth';
import { teardown } from './teardown';
import { verify } from './verify';

/** Every command. Each file here defines options and help only; what a command works with is loaded when it runs. */
export const landingZone: CommandGroup = {
  name: 'landing-zone',
  summary: 'Builds, checks, rehearses and queries an AWS landing zone for AI governance.',
  version: readVersion(),
  commands: [
    account,
    model,
    control,
    synth,
    diff,
    review,
    lock,
    plan,
    deploy,
    hcp,
    teardown,
    rehearse,
    simulate,
    prove,
    budget,
    cost,
    verify,
    evidence,
    audit,
    lineage,
    modelCards,
    generateOf(() => landingZone),
    bench,
  ],
};

/** Runs the command that the arguments name; its exit code becomes that of the process. */
export async function main(args: readonly string[]): Promise<void> {
  // Whoever reads the answer may have seen enough: `landing-zone audit --list | head -1`.
  process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => process.exit(code === 'EPIPE' ? 0 : 1));
  // The SDK tells whoever chooses its version; that is the lock file, and not who runs a command with Node 20.
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';
  process.exitCode = await runCommand(landingZone, args, process);
}
