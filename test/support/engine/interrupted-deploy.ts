import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { configurationFile, stamped, withMadeOf } from '../../../schema/facts/made-of';
import type { Json } from '../json';

const root = join(__dirname, '../../..');

/** What happens to a deployment in the middle. */
export type Interruption = 'one Ctrl-C' | 'two Ctrl-C' | 'a killed command' | 'a killed engine' | 'a call that fails';

/** How a command ended; without a code where a signal ended it. */
interface End {
  readonly code: number | undefined;
  readonly text: string;
}

/** Stacks that a real engine deploys, one thing after the other, and that the command `deploy` can be interrupted in. */
export class InterruptedDeploy {
  private readonly folder = mkdtempSync(join(tmpdir(), 'landing-zone-interruptions-'));
  private readonly outdir = join(this.folder, 'cdktf.out');
  /** Has a line for each thing that was begun. */
  private readonly begun = join(this.folder, 'begun');
  /** While it is there, nothing can be made. */
  private readonly obstacle = join(this.folder, 'obstacle');

  /**
   * @param engine name or path of the program
   * @param stacks names of the stacks, each of which reads the one before it
   */
  constructor(
    private readonly engine: string,
    private readonly stacks: readonly string[],
    things: number,
  ) {
    writeFileSync(this.begun, '');
    for (const [index, name] of stacks.entries()) this.write(name, stacks[index - 1], things);
    const entries = stacks.map((name, index) => [
      name,
      { name, workingDirectory: `stacks/${name}`, dependencies: stacks.slice(0, index).slice(-1) },
    ]);
    writeFileSync(join(this.outdir, 'manifest.json'), JSON.stringify({ stacks: Object.fromEntries(entries) }));
  }

  remove = (): void => rmSync(this.folder, { recursive: true });

  /** Runs a command on the stacks as they are written. */
  run = (...args: readonly string[]): Promise<End> => this.start(args).ended;

  /** Lets something happen once so many things more were begun, and waits for the command. */
  async interrupt(interruption: Interruption, things: number, ...args: readonly string[]): Promise<End> {
    const before = this.count();
    const { pid, ended } = this.start(args);
    let isOver = false;
    void ended.then(() => {
      isOver = true;
    });
    while (!isOver && this.count() < before + things) await pause(20);
    if (!isOver) await this.happen(interruption, pid, () => isOver);
    const end = await ended;
    rmSync(this.obstacle, { force: true });
    return end;
  }

  /** Every thing of every stack with what it is like, but for the id that the engine gives it. */
  ends = (): Json =>
    Object.fromEntries(
      this.stacks.map((stack) => {
        const { outputs, resources } = JSON.parse(readFileSync(join(this.folder, 'state', `${stack}.tfstate`), 'utf8'));
        const things = resources.filter(({ mode }: Json) => mode === 'managed');
        return [
          stack,
          {
            outputs,
            things: things.map(({ name, instances }: Json) => [
              name,
              instances.map(({ status, attributes: { id: _, ...others } }: Json) => ({ status, ...others })),
            ]),
          },
        ];
      }),
    );

  private count = (): number => readFileSync(this.begun, 'utf8').split('\n').length - 1;

  private async happen(interruption: Interruption, pid: number, isOver: () => boolean): Promise<void> {
    switch (interruption) {
      case 'two Ctrl-C':
        process.kill(pid, 'SIGINT');
        // Two within a second are one keystroke, which npm has passed on.
        await pause(1_200);
        tryKill(pid, 'SIGINT');
        return;
      case 'one Ctrl-C':
        tryKill(pid, 'SIGINT');
        return;
      case 'a killed command':
        tryKill(pid, 'SIGKILL');
        return;
      case 'a killed engine':
        // Between two of its commands there is none.
        while (!isOver() && !childrenOf(pid).some((child) => tryKill(child, 'SIGKILL'))) await pause(20);
        return;
      case 'a call that fails':
        writeFileSync(this.obstacle, '');
    }
  }

  private write(name: string, before: string | undefined, things: number): void {
    const directory = join(this.outdir, 'stacks', name);
    mkdirSync(directory, { recursive: true });
    const path = (stack: string): string => `../../../state/${stack}.tfstate`;
    const thing = (index: number) => ({
      input: before === undefined ? `${index}` : `${index} \${data.terraform_remote_state.${before}.outputs.published}`,
      depends_on: index === 0 ? [] : [`terraform_data.thing-${index - 1}`],
      provisioner: [
        { 'local-exec': { command: `echo ${name} >> "$PLACE/begun"; sleep 0.3; test ! -e "$PLACE/obstacle"` } },
      ],
    });
    const configuration = {
      terraform: { backend: { local: { path: path(name) } } },
      ...(before !== undefined && {
        data: { terraform_remote_state: { [before]: { backend: 'local', config: { path: path(before) } } } },
      }),
      resource: {
        terraform_data: Object.fromEntries(
          Array.from({ length: things }, (_, index) => [`thing-${index}`, thing(index)]),
        ),
      },
      output: { published: { value: name } },
    };
    writeFileSync(
      join(directory, configurationFile),
      stamped(JSON.stringify(withMadeOf(configuration, '1.0.0'), undefined, 2)),
    );
  }

  private start(args: readonly string[]): { readonly pid: number; readonly ended: Promise<End> } {
    // The stacks are the same wherever they lie.
    const place = { PLACE: this.folder, CDKTF_OUTDIR: this.outdir };
    const env = { ...process.env, ...place, TERRAFORM_BINARY_NAME: this.engine };
    const program = [join(root, 'cli/bin.mjs'), ...args, '--as-written'];
    const child = spawn(process.execPath, program, { cwd: root, env });
    let text = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (data) => {
        text += data;
      });
    const ended = new Promise<End>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code) => resolve({ code: code ?? undefined, text }));
    });
    return { pid: child.pid ?? 0, ended };
  }
}

/** The processes of a process. */
const childrenOf = (pid: number): readonly number[] =>
  spawnSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' })
    .stdout.split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
    .flatMap(([child = 0, parent]) => (parent === pid ? [child] : []));

/** Whether there was such a process to be told. */
function tryKill(pid: number, signal: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, signal);
  } catch (error) {
    // It ended by itself just now.
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
    throw error;
  }
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
