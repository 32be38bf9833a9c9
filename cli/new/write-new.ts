import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { thisProject } from '../../project/place';
import { readProjectFiles } from '../../project/read-project';
import type { LandingZone } from '../../schema/landing-zone';
import { type LandingZoneFiles, resolveLandingZone } from '../../schema/resolve';
import type { Answer, Context } from '../kit/command';
import { optionProblem } from '../kit/invalid-request';
import { refuseUnknownWords } from '../synth/known-words';
import { type Ask, answersOf, askMissing, problemsAnyhow } from './answers';
import { tryAsker } from './asker';
import { type Consequences, consequencesOf } from './consequences';
import { parsed } from './parsed';
import type { Answers, Question } from './question';

/** A file that a person could have written. */
export interface NewFile {
  /** Relative to the project. */
  readonly path: string;
  readonly text: string;
  /** What the file exports. */
  readonly value: unknown;
}

/** How one kind of file is made. */
export interface Kind {
  /** The list of files that it joins. */
  readonly joins: 'accounts' | 'modelCards' | 'controls';
  /** The option that the file is called by. */
  readonly named: string;
  questions(zone: LandingZone): readonly Question[];
  make(answers: Answers, zone: LandingZone): NewFile;
  /** What a person does next, in their order. */
  next(answers: Answers): readonly string[];
}

/** What the commands read, ask and write. */
export interface Surroundings {
  readonly files: LandingZoneFiles;
  /** @default - there is no terminal, and what is missing is a problem */
  readonly asker: { readonly ask: Ask; readonly close: () => void } | undefined;
  readonly exists: (path: string) => boolean;
  readonly write: (path: string, text: string) => void;
  /** Refuses controls that name what AWS does not have. */
  readonly refuseUnknownWords: (zone: LandingZone) => Promise<void>;
  readonly consequences: (before: LandingZone, after: LandingZone) => Promise<Consequences>;
}

/** The files of this project, and the person at the terminal. */
const readSurroundings = (): Surroundings => ({
  files: readProjectFiles(),
  asker: tryAsker(),
  exists: (path) => existsSync(join(thisProject.root, path)),
  write: (path, text) => {
    const file = join(thisProject.root, path);
    mkdirSync(dirname(file), { recursive: true });
    // Somebody may have made it meanwhile.
    writeFileSync(file, text, { flag: 'wx' });
  },
  refuseUnknownWords: (zone) => refuseUnknownWords(zone),
  consequences: consequencesOf,
});

type Written = Readonly<Record<string, string | readonly string[] | boolean | undefined>>;

/**
 * Makes a file out of options and answers, shows it with what it means, and writes it once it is known to be right.
 *
 * @throws InvalidLandingZone with every problem of the file; nothing is written then
 */
export async function writeNew(
  kind: Kind,
  { 'dry-run': isDry, ...written }: Written,
  context: Context,
  surroundings: Surroundings = readSurroundings(),
): Promise<Answer> {
  const { files, asker } = surroundings;
  try {
    const before = resolveLandingZone(files);
    const answers = await answered(kind.questions(before), valuesOf(written), context, surroundings);
    const file = kind.make(answers, before);
    if (surroundings.exists(file.path))
      context.refuse([
        optionProblem(kind.named, answers[kind.named]?.[0], `${file.path} is there already`, 'choose another name'),
      ]);
    const text = parsed(file.path, file.text);
    const joined = [...(files[kind.joins] ?? []), { file: file.path, value: file.value }];
    const after = resolveLandingZone({ ...files, [kind.joins]: joined });
    await surroundings.refuseUnknownWords(after);
    const { text: meaning, json } = await surroundings.consequences(before, after);
    const diff = `${file.path}\n${file.text.trimEnd().replace(/^/gm, '+ ').replace(/ +$/gm, '')}`;
    const isWritten = !isDry && (asker === undefined || (await isAgreed(asker.ask, [diff, meaning], context)));
    if (isWritten) surroundings.write(file.path, text);
    const next = kind.next(answers);
    const outcome = isWritten
      ? [`${file.path} is written. Next:`, ...next.map((step) => `  ${step}`)].join('\n')
      : `${file.path} is not written.`;
    const shown = isDry || asker === undefined ? [diff, meaning] : [];
    return {
      text: [...shown, outcome].join('\n\n'),
      json: { file: file.path, text: file.text, written: isWritten, ...json, next },
    };
  } finally {
    asker?.close();
  }
}

async function answered(
  questions: readonly Question[],
  written: Answers,
  { note, refuse }: Context,
  { asker }: Surroundings,
): Promise<Answers> {
  if (!asker) {
    const { answers, problems } = answersOf(questions, written);
    refuse(problems);
    return answers;
  }
  // What is wrong whatever else is answered is refused before a person answers anything; the rest hangs on their answers.
  refuse(questions.flatMap((question) => problemsAnyhow(question, written)));
  const asked = await askMissing(questions, written, asker.ask, note);
  const { answers, problems } = answersOf(questions, asked);
  refuse(problems);
  return answers;
}

async function isAgreed(ask: Ask, shown: readonly string[], { note }: Context): Promise<boolean> {
  note(`\n${shown.join('\n\n')}\n`);
  return /^(y(es)?)?$/i.test((await ask('Write it? [yes]: ')).trim());
}

/** Options as the questions read them. */
const valuesOf = (written: Written): Answers =>
  Object.fromEntries(
    Object.entries(written).map(([option, value]) => [
      option,
      typeof value === 'string' ? [value] : Array.isArray(value) ? value : [],
    ]),
  );
