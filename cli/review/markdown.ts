import type { Finding } from '../../review/finding';
import type { Review } from '../../review/review';
import { isResource } from '../../review/stack-json';
import { type Effect, type Verdict, verdicts } from '../../review/verdict';
import type { CostDifference } from '../cost/difference';
import { settingsOf, summaryOf } from '../cost/text-difference';

/** What a review is headed by. */
interface Heading {
  readonly verdict: Verdict;
  readonly before: string;
  readonly after: string;
  /** Stacks whose plans were judged. */
  readonly plans: readonly string[];
  /** @default - nobody reckoned */
  readonly cost?: CostDifference;
}

/** One effect with every place where it is the same. */
interface Line {
  readonly effect: Effect;
  readonly finding: Finding;
  readonly places: ReadonlySet<string>;
}

const titles: Readonly<Record<Verdict, string>> = {
  weaker: 'Weaker',
  'not judged': 'Not judged: a person has to look',
  stronger: 'Stronger',
  harmless: 'Harmless',
};

/** More of a list than this stands in `--json`. */
const mostLines = 60;

/** The review for a pull request: what weakens security first, then what nobody can tell, and the stacks at last. */
export function markdown(found: Review, { verdict, before, after, plans, cost }: Heading): string {
  if (found.findings.length === 0) return `# Review\n\nNothing changes between ${before} and ${after}.`;
  const lines = linesOf(found.findings);
  const of = (wanted: Verdict) => lines.filter(({ effect }) => effect.verdict === wanted);
  const counts = verdicts.map((each) => `${of(each).length} ${each}`).join(', ');
  return [
    '# Review',
    `**${titles[verdict].replace(/:.*/, '')}**: ${counts}. Compared: ${before} with ${after}.`,
    ...(plans.length > 0 ? [`Judged by their plans: ${plans.join(', ')}.`] : []),
    ...verdicts.filter((each) => each !== 'harmless').flatMap((each) => section(titles[each], of(each))),
    ...folded(of('harmless')),
    ...(cost === undefined
      ? []
      : ['## Cost', [summaryOf(cost), ...settingsOf(cost).map((each) => `- ${each}`)].join('\n')]),
    stacksTable(found),
  ].join('\n\n');
}

function section(title: string, lines: readonly Line[]): readonly string[] {
  if (lines.length === 0) return [];
  const shown = [...lines].sort((a, b) => weightOf(a) - weightOf(b)).slice(0, mostLines);
  const rest = lines.length - shown.length;
  return [
    `## ${title}`,
    [...shown.map(lineText), ...(rest > 0 ? [`- … and ${rest} more, which --json has`] : [])].join('\n'),
  ];
}

const folded = (lines: readonly Line[]): readonly string[] =>
  lines.length === 0
    ? []
    : [
        `<details><summary>${lines.length} harmless ${lines.length === 1 ? 'change' : 'changes'}</summary>`,
        lines.slice(0, mostLines).map(lineText).join('\n'),
        '</details>',
      ];

/** What is lost stands first, then what becomes possible. */
function weightOf({ finding, effect }: Line): number {
  if (/^is (destroyed|replaced)/.test(effect.says)) return 0;
  if (effect.says.includes('becomes possible') || effect.says.includes('may newly')) return 1;
  return finding.change === 'destroyed' ? 2 : 3;
}

function linesOf(findings: readonly Finding[]): readonly Line[] {
  const lines = new Map<string, { readonly effect: Effect; readonly finding: Finding; readonly places: Set<string> }>();
  for (const finding of findings)
    for (const effect of finding.effects) {
      const key = JSON.stringify([typeOf(finding.subject), finding.change, effect]);
      const line = lines.get(key) ?? { effect, finding, places: new Set<string>() };
      line.places.add(placeText(finding));
      lines.set(key, line);
    }
  return [...lines.values()];
}

const typeOf = (subject: string): string => (isResource(subject) ? (subject.split('.')[0] ?? subject) : subject);

const placeText = ({ stack, region, accounts }: Finding): string => {
  const account = accounts.length === 1 && !stack.includes(accounts[0] ?? '') ? ` (${accounts[0]})` : '';
  return `${stack}${account}${region ? ` ${region}` : ''}`;
};

function lineText({ effect, finding, places }: Line): string {
  const all = [...places];
  const where = all.length <= 3 ? all.join('; ') : `${all.slice(0, 2).join('; ')} and ${all.length - 2} more places`;
  return `- ${marked(effect.says)} — ${marked(finding.subject)} ${finding.change}, ${where}`;
}

/** Words with signs of Markdown in them stand as code. */
const marked = (text: string): string =>
  text.replace(/[^\s,]*[*_<>|[\]$#][^\s,]*/g, (word) => `\`${word.replaceAll('`', "'")}\``);

function stacksTable({ stacks, findings }: Review): string {
  const rows = stacks.map(({ stack, change, account, resources }) => {
    const effects = findings
      .filter((each) => each.stack === stack)
      .flatMap(({ effects: all }) => all.map((each) => each.verdict));
    const worst = verdicts.find((each) => effects.includes(each)) ?? 'harmless';
    const { added, changed, replaced, destroyed, kept } = resources;
    const name = change === 'changed' ? stack : `${stack} (${change})`;
    return [name, account, added, changed, replaced, destroyed, kept, worst];
  });
  const head = ['stack', 'account', 'added', 'changed', 'replaced', 'destroyed', 'kept', 'verdict'];
  return [head, head.map((_, index) => (index > 1 && index < 7 ? '---:' : '---')), ...rows]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');
}
