import { Command, CommanderError, Option as CommanderOption } from 'commander';
import type { AnyCommand, CommandGroup } from './command';
import { exitCodes } from './exit-codes';
import type { Option } from './option';
import type { Streams } from './terminal';

/** A command with its options as they were written: each option's values, none where it was left out. */
export interface Written {
  readonly command: AnyCommand;
  readonly options: Readonly<Record<string, readonly string[]>>;
  readonly json: boolean;
  readonly quiet: boolean;
  readonly color: boolean;
}

export const commonOptions = [
  ['--json', 'print the answer as JSON, and nothing else on stdout'],
  ['--quiet', 'print the answer only: no progress, no notes'],
  ['--no-color', 'print without colour, as the environment variable NO_COLOR does'],
] as const;

/**
 * Finds out which command is meant and what was written behind it. Help that is asked for is written to stdout.
 *
 * @returns undefined where help was asked for
 * @throws CommanderError where there is no such command or option
 */
export function readArguments(group: CommandGroup, args: readonly string[], streams: Streams): Written | undefined {
  let written: Written | undefined;
  const program = commanderGroup(group, streams, (found) => {
    written = found;
  });
  try {
    program.parse([...args], { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return undefined;
    throw error;
  }
  return written;
}

type Take = (written: Written) => void;

function commanderGroup(group: CommandGroup, streams: Streams, take: Take): Command {
  const command = bare(group, streams);
  if (group.version) command.version(group.version, '--version', 'print the version');
  for (const each of group.commands)
    command.addCommand('commands' in each ? commanderGroup(each, streams, take) : commanderLeaf(each, streams, take));
  return command;
}

function commanderLeaf(definition: AnyCommand, streams: Streams, take: Take): Command {
  const command = bare(definition, streams);
  const own = Object.entries(definition.options).map(([name, option]) => ({ name, as: commanderOption(name, option) }));
  for (const { as } of own) command.addOption(as);
  for (const [flags, describe] of commonOptions) command.option(flags, describe);
  command.addHelpText('after', () => `\n${closing(definition)}`);
  return command.action(() => {
    const written: Readonly<Record<string, unknown>> = command.opts();
    take({
      command: definition,
      options: Object.fromEntries(own.map(({ name, as }) => [name, valuesOf(written[as.attributeName()])])),
      json: written.json === true,
      quiet: written.quiet === true,
      color: written.color !== false,
    });
  });
}

function bare({ name, summary, description }: AnyCommand | CommandGroup, streams: Streams): Command {
  return new Command(name)
    .summary(summary)
    .description(description ? `${summary}\n\n${description}` : summary)
    .helpOption('-h, --help', 'show this help')
    .helpCommand(false)
    .configureHelp({ minWidthToWrap: 20 })
    .exitOverride()
    .configureOutput({
      writeOut: (text) => streams.stdout.write(text),
      writeErr: (text) => streams.stderr.write(text),
      getOutHelpWidth: () => streams.stdout.columns ?? 100,
      getErrHelpWidth: () => streams.stderr.columns ?? 100,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
      // The message is in the error that is thrown.
      outputError: () => undefined,
    });
}

function commanderOption(name: string, { value, describe, repeatable, defaultText }: Option<unknown>): CommanderOption {
  const described = defaultText === undefined ? describe : `${describe} (default: ${defaultText})`;
  const option = new CommanderOption(value ? `--${name} <${value}>` : `--${name}`, described);
  return repeatable
    ? option.argParser((written: string, before: readonly string[] | undefined) => [...(before ?? []), written])
    : option;
}

const valuesOf = (written: unknown): readonly string[] => (written === undefined ? [] : [written].flat().map(String));

/** What the help ends with: examples and exit codes. */
function closing({ examples = [], no }: Pick<AnyCommand, 'examples' | 'no'>): string {
  const { done, wrong } = exitCodes;
  return [
    ...(examples.length > 0 ? ['Examples:', ...examples.map((each) => `  landing-zone ${each}`), ''] : []),
    'Exit codes:',
    `  ${done.code}  ${done.means}`,
    `  ${wrong.code}  ${wrong.means}`,
    ...(no ? [`  ${exitCodes.no.code}  ${no}`] : []),
  ].join('\n');
}
