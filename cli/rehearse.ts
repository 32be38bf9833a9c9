import { join } from 'node:path';
import { parseArgs } from 'node:util';
import Table from 'cli-table3';
import type { EmulatedAws } from '../emulator/emulated-aws';
import { readProject } from '../project/read-project';
import { type RehearsalResult, rehearse } from '../rehearsal/rehearse';
import type { Step } from '../rehearsal/run';
import { findTools } from '../rehearsal/tools';
import { main } from './main';

const usage = `Deploys every stack with real Terraform into an emulated AWS, plans again, destroys, looks for what is left.

  npm run rehearse -- [options]

  --stack NAME       this stack and what it needs, instead of every stack
  --keep             leave the emulated AWS running after the second plan, and print how to reach it
  --faults SHARE     let AWS throttle or fail this share of the calls, for example 0.1
  --seed N           which calls those are; default 1
  --interrupt STACK  cut the first apply of this stack off in the middle, then run it again
  --json             print the result as JSON, and nothing else
`;

main(usage, async () => {
  const { values } = parseArgs({
    options: {
      stack: { type: 'string' },
      keep: { type: 'boolean', default: false },
      faults: { type: 'string', default: '0' },
      seed: { type: 'string', default: '1' },
      interrupt: { type: 'string' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(usage);
    return 0;
  }
  const zone = readProject();
  const { tools, missing } = findTools(undefined, zone.engine);
  if (!tools) throw new Error(`A rehearsal cannot run here:\n${missing.map((each) => `  - ${each}`).join('\n')}`);
  const say = values.json ? () => undefined : (text: string) => process.stdout.write(`${text}\n`);
  const folder = join(process.cwd(), '.rehearsal');
  const result = await rehearse({
    zone,
    tools,
    folder,
    stack: values.stack,
    interrupt: values.interrupt,
    faults: faultsOf(values.faults, values.seed),
    onProgress: (step) => say(describeStep(step)),
    onDeployed: values.keep ? keep : undefined,
  });
  if (values.json) process.stdout.write(`${JSON.stringify(result, undefined, 2)}\n`);
  say(closingTable(result));
  for (const { stack, plan } of result.drift) say(`\nThe second plan of ${stack} is not empty:\n${plan}`);
  for (const { account, resource } of result.leftovers) say(`left in account ${account}: ${resource}`);
  for (const { account, action, region, controls } of result.lockouts)
    say(`${controls.join(', ')} would deny ${action} in ${region} to the deploy role of ${account}`);
  const green = [result.drift, result.leftovers, result.lockouts].every(({ length }) => length === 0);
  say(
    `\n${green ? 'Green' : 'Not green'}: ${result.steps.length} steps, ${result.requests} requests to AWS, ${result.seconds.toFixed(0)} s. Logs are in .rehearsal/`,
  );
  return green ? 0 : 1;
});

/** @throws Error that says what the two options may be */
function faultsOf(share: string, seed: string): { readonly share: number; readonly seed: number } | undefined {
  const [part, start] = [Number(share), Number(seed)];
  if (!(part >= 0 && part < 1))
    throw new Error(`--faults is '${share}': write a share from 0 to less than 1, such as 0.1`);
  if (!Number.isInteger(start)) throw new Error(`--seed is '${seed}': write a whole number`);
  return part > 0 ? { share: part, seed: start } : undefined;
}

const describeStep = ({ stack, phase, seconds, resources }: Step): string =>
  `${phase.padEnd(8)}${stack.padEnd(28)}${String(resources).padStart(4)} resources ${seconds.toFixed(1).padStart(7)} s`;

function closingTable({ steps, drift }: RehearsalResult): string {
  const table = new Table({
    head: ['stack', 'resources', 'deploy s', 'second plan', 'plan s', 'release s', 'destroy s'],
    colAligns: ['left', 'right', 'right', 'left', 'right', 'right', 'right'],
    style: { head: [], border: [] },
  });
  const stacks = [...new Set(steps.map(({ stack }) => stack))];
  for (const stack of stacks) {
    const find = (phase: Step['phase']) => steps.find((step) => step.stack === stack && step.phase === phase);
    const seconds = (phase: Step['phase']) => find(phase)?.seconds.toFixed(1) ?? '-';
    const drifted = drift.some((each) => each.stack === stack);
    table.push([
      stack,
      find('deploy')?.resources ?? '-',
      seconds('deploy'),
      drifted ? 'NOT EMPTY' : 'empty',
      seconds('plan'),
      seconds('release'),
      seconds('destroy'),
    ]);
  }
  return `\n${table.toString()}`;
}

/** Holds the emulated AWS until the person is done with it. */
async function keep(aws: EmulatedAws): Promise<'leave'> {
  const exports = Object.entries(aws.environment).map(([name, value]) => `export ${name}=${value}`);
  process.stdout.write(`\nThe emulated AWS stays up. In another shell:\n\n${exports.join('\n')}\n\nCtrl-C ends it.\n`);
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  return 'leave';
}
