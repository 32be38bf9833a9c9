import type { Problem } from '../../schema/problems/problem';
import type { Options, OptionValues } from './option';
import type { Colors } from './terminal';

/** What a command answers. */
export interface Answer {
  /** The answer as a person reads it; nothing where what was done is said by notes. */
  readonly text?: string;
  /** The same for a program: what `--json` prints. */
  readonly json: unknown;
  /** The answer is no, and the exit code 2. */
  readonly no?: boolean;
}

/** What a command may use of the world around it. */
export interface Context {
  /** `2026-01-31`, in UTC. */
  readonly today: string;
  /** Columns of the terminal; undefined where the answer goes elsewhere. */
  readonly width: number | undefined;
  readonly colors: Colors;
  /** Says something beside the answer. */
  note(text: string): void;
  /** Shows what is under way, in place of what it showed last; false where there is no terminal to do so. */
  live(text: string): boolean;
  /** Prints the answer before the end, where the command goes on for as long as the person uses it; it is not printed again then. */
  show(answer: Answer): void;
  /**
   * Refuses the request where one of its options is wrong, by its form or by what the command knows.
   *
   * @throws InvalidRequest with every problem
   */
  refuse(problems: readonly Problem[]): void;
}

interface Named {
  readonly name: string;
  /** One sentence, shown in the list of commands. */
  readonly summary: string;
  /** What a person has to know beside the options. */
  readonly description?: string;
}

/** A command that does one thing. */
export interface CommandDefinition<O extends Options = Options> extends Named {
  readonly options: O;
  /** When the answer is no and the exit code 2, as the end of "2 where ..."; absent where it never is. */
  readonly no?: string;
  /** Example calls, as they are written after `landing-zone`. */
  readonly examples?: readonly string[];
  /**
   * `run` calls `context.refuse` before it does anything, so that what is wrong with the form of an option is said together with what
   * only the landing zone knows. Otherwise a wrong form is refused before `run`.
   */
  readonly refuses?: true;
  run(options: OptionValues<O>, context: Context): Promise<Answer>;
}

/** A command that is only the beginning of others. */
export interface CommandGroup extends Named {
  /** What `--version` prints. @default - there is no such option */
  readonly version?: string;
  readonly commands: readonly (AnyCommand | CommandGroup)[];
}

// Of a list of commands nobody knows the options; each `run` gets those that its own options were read to.
export type AnyCommand = Omit<CommandDefinition, 'run'> & { run(options: never, context: Context): Promise<Answer> };

/** Defines a command: from this come its help, its types, `--json`, `--quiet`, `--no-color` and its exit codes. */
export const defineCommand = <const O extends Options>(definition: CommandDefinition<O>): CommandDefinition<O> =>
  definition;
