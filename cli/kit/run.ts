import type { Problem } from '../../schema/problems/problem';
import type { Answer, AnyCommand, CommandGroup, Context } from './command';
import { readArguments, type Written } from './commander';
import { exitCodes } from './exit-codes';
import { optionProblem, refuse } from './invalid-request';
import { type Streams, Terminal } from './terminal';

/**
 * Runs the command that the arguments name, to its end. The answer goes to stdout, everything else to stderr; an error becomes its
 * message, with a stack trace where `LANDING_ZONE_DEBUG` is set.
 *
 * @returns the exit code
 */
export async function runCommand(group: CommandGroup, args: readonly string[], streams: Streams): Promise<number> {
  let written: Written | undefined;
  try {
    written = readArguments(group, args, streams);
  } catch (error) {
    tellUsage(error as UsageError, streams);
    return exitCodes.wrong.code;
  }
  return written ? run(written, streams) : exitCodes.done.code;
}

async function run({ command, options, json, quiet, color }: Written, streams: Streams): Promise<number> {
  const terminal = new Terminal(streams, { quiet, color: color && !process.env.NO_COLOR });
  let shown = false;
  try {
    const { values, problems } = readOptions(command, options);
    if (!command.refuses) refuse(problems);
    const show = (answer: Answer): void => {
      if (shown) return;
      shown = true;
      terminal.clear();
      if (json) streams.stdout.write(asJson(answer.json));
      else if (answer.text) streams.stdout.write(`${answer.text.replace(/\n$/, '')}\n`);
    };
    const answer = await command.run(values, contextOf(terminal, problems, show));
    show(answer);
    return answer.no ? exitCodes.no.code : exitCodes.done.code;
  } catch (error) {
    terminal.clear();
    const { message, stack, problems } = error as Failure;
    const told = (process.env.LANDING_ZONE_DEBUG && stack) || message;
    streams.stderr.write(`${told.trimEnd()}\n`.replace(/^.*/, (first) => terminal.errorColors.red(first)));
    // Two documents are no JSON.
    if (json && !shown) streams.stdout.write(asJson({ error: message, problems }));
    return exitCodes.wrong.code;
  }
}

/** An error that may list problems, as those of the landing zone and of a request do. */
type Failure = Error & { readonly problems?: readonly Problem[] };

const asJson = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;

function readOptions(command: AnyCommand, written: Written['options']) {
  const problems: Problem[] = [];
  const read = Object.entries(command.options).map(([name, option]) => {
    const values = written[name] ?? [];
    if (values.length === 0) return [name, option.fallback];
    const reading = option.read(values);
    if ('value' in reading) return [name, reading.value];
    problems.push(optionProblem(name, values.at(-1), reading.rule, reading.fix));
    return [name, option.fallback];
  });
  // Each value was read by the option of its name.
  return { values: Object.fromEntries(read) as never, problems };
}

function contextOf(terminal: Terminal, wrong: readonly Problem[], show: Context['show']): Context {
  const wrongFields = new Set(wrong.map(({ field }) => field));
  return {
    today: new Date().toISOString().slice(0, 10),
    width: terminal.width,
    colors: terminal.colors,
    note: (text) => terminal.note(text),
    live: (text) => terminal.live(text),
    show,
    // What has no right form need not be known either.
    refuse: (problems) => refuse([...wrong, ...problems.filter(({ field }) => !wrongFields.has(field))]),
  };
}

interface UsageError extends Error {
  readonly code?: string;
}

/** Tells what is wrong with the way a command was written; a command without its second word has shown its help already. */
function tellUsage({ code, message, stack }: UsageError, { stderr }: Streams): void {
  if (code === 'commander.help') return;
  if (!code?.startsWith('commander.')) stderr.write(`${process.env.LANDING_ZONE_DEBUG ? stack : message}\n`);
  else stderr.write(`${message.replace(/^error: /, '')}\n`);
}
