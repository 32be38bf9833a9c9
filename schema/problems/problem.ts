import { inspect } from 'node:util';

/** A file that people write with what it exports, or with its text; unchecked. */
export interface SourceFile {
  readonly file: string;
  readonly value: unknown;
}

/** One thing that is wrong in what a person wrote, with all they need to put it right. */
export interface Problem {
  /** The file to open, relative to the project: `accounts/sandbox.ts`. */
  readonly file: string;
  /** Where in the file, as a path of fields: `services.macie.jobs[0].weekDay`. */
  readonly field: string;
  /** What is there now. */
  readonly value: unknown;
  /** The rule that it breaks, one sentence without a full stop. */
  readonly rule: string;
  /** What to do about it, one sentence without a full stop. */
  readonly fix: string;
}

/** Thrown once with every problem of the landing zone; nothing has been written when it is. */
export class InvalidLandingZone extends Error {
  constructor(readonly problems: readonly Problem[]) {
    const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
    super(`The landing zone has ${count}; nothing was written.\n\n${problems.map(describeProblem).join('\n\n')}\n`);
    this.name = 'InvalidLandingZone';
  }
}

/** The problem as a person reads it: place and value, rule, fix. */
export function describeProblem({ file, field, value, rule, fix }: Problem): string {
  const shown = value === undefined ? 'nothing' : typeof value === 'string' ? JSON.stringify(value) : inspect(value);
  return visible(`${file}: ${field} is ${shown}\n  rule: ${rule}\n  fix:  ${fix}`);
}

/** The text with every character escaped that nobody sees, or that would steer a terminal. */
const visible = (text: string): string =>
  text.replace(/[\p{C}\p{Z}]/gu, (character) =>
    character === ' ' || character === '\n' ? character : `\\u{${character.codePointAt(0)?.toString(16)}}`,
  );

/** What is longer is no misspelt name, and comparing it takes long. */
const longestMisspelt = 200;

/** The known name that is nearest to a misspelt one, or undefined where none is near. */
export function nearestName(name: string, known: readonly string[]): string | undefined {
  if (name.length > longestMisspelt) return undefined;
  const scored = known.map((candidate) => ({
    candidate,
    distance: editDistance(name.toLowerCase(), candidate.toLowerCase()),
  }));
  const best = scored.sort((a, b) => a.distance - b.distance)[0];
  return best && best.distance <= Math.max(2, Math.floor(name.length / 2)) ? best.candidate : undefined;
}

/** "did you mean a?", or what to do otherwise where no known name is near. */
export function didYouMean(name: string, known: readonly string[], otherwise: string): string {
  const nearest = nearestName(name, known);
  return nearest ? `did you mean '${nearest}'?` : otherwise;
}

/** "use one of a, b, c", led by the nearest name where there is one; or what to do where there is nothing to choose from. */
export function useOneOf(
  name: unknown,
  known: readonly string[],
  whereNone = 'there is none yet: add it there, or remove it here',
): string {
  if (known.length === 0) return whereNone;
  const nearest = typeof name === 'string' ? nearestName(name, known) : undefined;
  const choice = known.length > 12 ? `${known.slice(0, 12).join(', ')}, …` : known.join(', ');
  return nearest ? `did you mean '${nearest}'? Known: ${choice}` : `use one of: ${choice}`;
}

function editDistance(a: string, b: string): number {
  const target = [...b];
  let row = Array.from({ length: target.length + 1 }, (_, index) => index);
  for (const [i, left] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, right] of target.entries()) {
      next.push(Math.min((next[j] ?? 0) + 1, (row[j + 1] ?? 0) + 1, (row[j] ?? 0) + (left === right ? 0 : 1)));
    }
    row = next;
  }
  return row[target.length] ?? 0;
}
