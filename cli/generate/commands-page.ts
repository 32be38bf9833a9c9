import type { AnyCommand, CommandGroup } from '../kit/command';
import { commonOptions } from '../kit/commander';
import { exitCodes } from '../kit/exit-codes';
import { cell, code, table } from './catalog/markdown';

/** Every command with its options and exit codes: `docs/commands.md`. */
export function commandsPage(group: CommandGroup): string {
  const leaves = leavesOf(group, []);
  return `${[
    '# Commands',
    'Written by `npm run generate` out of `cli/`; do not edit it.',
    `${code('npx landing-zone <command> --help')} shows the same, and ${code('npm run <command> -- <options>')} runs the same.`,
    table(
      ['Command', 'What it does'],
      leaves.map(({ path, command }) => [`[${path}](#${path.replaceAll(' ', '-')})`, command.summary]),
    ),
    '## Every command',
    table(
      ['Option', 'Meaning'],
      commonOptions.map(([flags, describe]) => [code(flags), describe]),
    ),
    'The answer goes to stdout, everything else to stderr. With `--json` an error is an object with `error`, and `problems` where there are some.',
    table(
      ['Exit code', 'Meaning'],
      Object.values(exitCodes).map(({ code, means }) => [String(code), means]),
    ),
    'A signal ends a command with 128 and its number, as in a shell. `LANDING_ZONE_DEBUG=1` shows the stack trace of an error.',
    ...leaves.map(({ path, command }) => section(path, command)),
  ].join('\n\n')}\n`;
}

interface Leaf {
  /** `lineage show` */
  readonly path: string;
  readonly command: AnyCommand;
}

const leavesOf = (group: CommandGroup, above: readonly string[]): readonly Leaf[] =>
  group.commands.flatMap((each) => {
    const path = [...above, each.name];
    return 'commands' in each ? leavesOf(each, path) : [{ path: path.join(' '), command: each }];
  });

function section(path: string, { summary, description, options, no, examples = [] }: AnyCommand): string {
  const rows = Object.entries(options).map(([name, { value, describe, defaultText }]) => [
    code(value ? `--${name} ${value}` : `--${name}`),
    cell(defaultText === undefined ? describe : `${describe} (default: ${defaultText})`),
  ]);
  return [
    `## ${path}`,
    summary,
    ...(description ? [description] : []),
    ...(rows.length > 0 ? [table(['Option', 'Meaning'], rows)] : []),
    ...(no ? [`Exit code ${exitCodes.no.code}: ${no}.`] : []),
    ...(examples.length > 0
      ? [`\`\`\`sh\n${examples.map((each) => `npx landing-zone ${each}`).join('\n')}\n\`\`\``]
      : []),
  ].join('\n\n');
}
