import type { z } from 'zod';

/** What was answered: each option with its values. */
export type Answers = Readonly<Record<string, readonly string[]>>;

/** A thing that a new file needs to know; an option on the command line, a question on a terminal. */
export interface Question {
  /** The option without its dashes. */
  readonly option: string;
  /** What is asked, a clause without a question mark: 'Address of the root user'. */
  readonly ask: string;
  /** What may be answered. @default - anything that `form` takes */
  readonly choices?: (answers: Answers) => readonly string[];
  /** @default - any text that is not empty */
  readonly form?: z.ZodType;
  /** Taken where nothing is answered. @default - an answer is needed */
  readonly otherwise?: (answers: Answers) => string | undefined;
  /** Whether it is a question at all, by the answers to those before. @default - it is */
  readonly arises?: (answers: Answers) => boolean;
  /** It may have no answer, always or by the answers to those before. @default - it needs one */
  readonly optional?: true | ((answers: Answers) => boolean);
  /** It may have several answers, on a terminal between commas. */
  readonly several?: true;
}

/** The answer, or the first of several. */
export const first = (answers: Answers, option: string): string | undefined => answers[option]?.[0];

/** The answer to a question that had to have one. */
export const needed = (answers: Answers, option: string): string => first(answers, option) ?? '';

/** Whether a question may have no answer. */
export const isOptional = ({ optional }: Question, answers: Answers): boolean =>
  typeof optional === 'function' ? optional(answers) : optional === true;
