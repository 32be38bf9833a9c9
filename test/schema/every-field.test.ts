import { fieldName, valueAt } from '../../schema/problems/form-fields';
import { describeProblem, type Problem } from '../../schema/problems/problem';
import { type BadValue, badValues } from '../support/forms/bad-values';
import { type FormField, formFields } from '../support/forms/fields';
import { withAt } from '../support/forms/form';
import { problemsIn, type WrittenFile, writtenFiles } from '../support/forms/written-files';

const unseen = ['\u0007', '\u200b', '\u202e'];

/** Words of the library that reads the forms. */
const foreignWords = /\b(invalid|expected|received|too (small|big)|unrecognized)\b/i;

interface Exception {
  readonly what: RegExp;
  readonly field: RegExp;
  readonly because: string;
}

/** What looks wrong, and is not. */
const right: readonly Exception[] = [
  {
    what: /empty/,
    field: /^model card (content|governance\.decisionRecord)/,
    because: "AWS's schema of a card takes it",
  },
  { what: /empty/, field: /\b(tags|accountTags)\./, because: 'a tag may say nothing' },
  { what: /empty|long/, field: /^control .*\bparameters\./, because: 'all parameters are measured as they are sent' },
  { what: /long/, field: /^control (prevent|respond\.permissions)/, because: 'the policy is measured as a whole' },
  { what: /long/, field: /^control (examples.*context|promises)/, because: 'AWS never sees it' },
  { what: /template/, field: /^control /, because: 'IAM has variables, and the rest is escaped where it is written' },
  { what: /template/, field: /\.regex$/, because: 'it is escaped where it is written' },
  { what: /empty|long|template/, field: /^ledger /, because: 'a command writes it, of names that were checked' },
];

/** Where two rules are broken at once, or a name that others use is gone. */
const several: readonly Exception[] = [
  { what: /template/, field: /^settings places/, because: 'it is no OU either, which is said of the list' },
  { what: /long|no kind/, field: /./, because: 'the same value breaks other rules of its field' },
  {
    what: /template/,
    field: /macie\.customDataIdentifiers\[0\]\.name$/,
    because: 'a job uses it by the name that it had',
  },
];

/** What is said of a list as a whole. */
const ofTheList: readonly Exception[] = [
  { what: /./, field: /^settings places\./, because: 'all that the tree does not have is said at once' },
];

const isExcepted = (exceptions: readonly Exception[], name: string, { what }: BadValue): boolean =>
  exceptions.some((exception) => exception.what.test(what) && exception.field.test(name));

/** Of values that are read in one place for all fields, each field has one, in turn. */
const isTurnOf = (index: number, at: number): boolean => at < 3 || at >= 9 || at % 6 === index % 6;

const placeOf = ({ file, field }: Problem): string => `${file} ${field}`;

/** What is wrong with the answer to a bad value; nothing where it is as it has to be. */
function complaints(
  written: WrittenFile,
  field: FormField,
  before: ReadonlySet<string>,
  bad: BadValue,
): readonly string[] {
  const problems = problemsIn(written.put(withAt(field.ground, field.path, bad.value)));
  const wanted = `${written.file} ${fieldName([...field.path, ...(bad.below ?? [])])}`;
  const name = `${written.kind} ${fieldName(field.path)}`;
  const list = isExcepted(ofTheList, name, bad) ? wanted.replace(/\[\d+\]$/, '') : wanted;
  const isWanted = (problem: Problem) =>
    placeOf(problem) === list ||
    placeOf(problem) === wanted ||
    (bad.below === undefined && /^[.[]/.test(placeOf(problem).replace(wanted, '')));
  const caused = problems.filter((problem) => isWanted(problem) || !before.has(placeOf(problem)));
  const told = caused.map((problem) => `${placeOf(problem)}: ${problem.rule}; ${problem.fix}`);
  const shown = caused.map(describeProblem).join('\n');
  if (caused.length === 0 && isExcepted(right, name, bad)) return [];
  return [
    ...(caused.some(isWanted) ? [] : ['nothing is said of the field']),
    ...(caused.length > 1 && !isExcepted(several, name, bad) ? ['one cause is more than one problem'] : []),
    ...(caused.every(isWanted) || isExcepted(several, name, bad) ? [] : ['another field is named']),
    ...(told.some((text) => foreignWords.test(text)) ? ['words of the library'] : []),
    ...(unseen.some((character) => shown.includes(character))
      ? ['a character that nobody sees is shown as it is']
      : []),
  ].map((complaint) => [`${bad.what}: ${complaint}`, ...told].join('\n  '));
}

const fieldsOf = (written: WrittenFile) =>
  formFields(written.form, written.value).map((field) => ({ name: field.name, field }));
const casesOf = (field: FormField, index: number) =>
  badValues(field, valueAt(field.ground, field.path)).filter((_, at) => isTurnOf(index, at));

describe.each(writtenFiles)('in the $kind $file', (written) => {
  it('nothing is wrong before', () => {
    expect(problemsIn(written.put(written.value))).toEqual([]);
  });

  it.each(fieldsOf(written).map((each, index) => ({ ...each, index })))(
    'a bad value is refused by name: $name',
    ({ field, index }) => {
      const before = new Set(problemsIn(written.put(field.ground)).map(placeOf));
      expect(casesOf(field, index).flatMap((bad) => complaints(written, field, before, bad))).toEqual([]);
    },
  );
});

describe('the bad values', () => {
  const all = writtenFiles.flatMap((written) => fieldsOf(written).map(({ field }) => field));

  it('are thousands, and every field has some', () => {
    const counts = all.map((field, index) => casesOf(field, index).length);
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(3);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(5_000);
  });
});
