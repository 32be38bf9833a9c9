import type { AnyCommand, CommandGroup } from '../../cli/kit/command';
import { runCommand } from '../../cli/kit/run';
import type { Stream } from '../../cli/kit/terminal';

interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

interface TerminalSize {
  /** Columns of the terminal that both streams are. @default - they are none */
  readonly columns?: number;
}

/** Runs a command with what follows its name to its end, and answers what came out of it. */
export const runCli = (command: AnyCommand, args: readonly string[], size?: TerminalSize): Promise<Outcome> =>
  runGroup({ name: 'landing-zone', summary: 'Does everything.', commands: [command] }, [command.name, ...args], size);

/** Runs a group of commands. */
export async function runGroup(
  group: CommandGroup,
  args: readonly string[],
  { columns }: TerminalSize = {},
): Promise<Outcome> {
  const written = { stdout: '', stderr: '' };
  const stream = (name: keyof typeof written): Stream => ({
    write: (text) => {
      written[name] += text;
    },
    isTTY: columns !== undefined,
    columns,
  });
  const code = await runCommand(group, args, { stdout: stream('stdout'), stderr: stream('stderr') });
  return { code, ...written };
}
