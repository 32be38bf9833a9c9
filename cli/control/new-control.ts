import { z } from 'zod';
import { ownControls } from '../../project/folders';
import { frameworkIds, frameworks } from '../../schema/facts/frameworks';
import { controlForm, exemptions } from '../../schema/forms/control';
import { placeNames } from '../../schema/forms/places';
import { oneLine } from '../../schema/forms/text';
import { Code, literal, meant } from '../new/literal';
import { type Answers, first, needed, type Question } from '../new/question';
import type { Kind, NewFile } from '../new/write-new';
import { constantsOf, operationOf } from './constants';

/** Places as `controls/where.ts` calls them. */
const places: Readonly<Record<string, { readonly code: string; readonly value: unknown }>> = {
  'every account': { code: 'everyAccount', value: 'every account' },
  ...Object.fromEntries(placeNames.map((place) => [place, { code: place, value: { place } }])),
};

/** Who is exempt, in a sentence. */
const callers: Readonly<Record<string, string>> = {
  deployRole: 'the deploy role',
  breakGlass: 'the break-glass role',
  modelApprovers: 'a model approver',
  dataStewards: 'a data steward',
  securityResponders: 'a security responder',
} satisfies Record<(typeof exemptions)[number], string>;

const { id, severity } = controlForm.shape;
const action = z.string().regex(/^[a-z][a-z0-9-]*:[A-Za-z]\w*$/, 'must be service:Operation');
const rule = z.string().regex(/^[A-Z0-9]+(_[A-Z0-9]+)+$/, 'must be the identifier of a managed rule');
const requirement = z.string().refine(isRequirement, 'must be framework:requirement, such as soc-2:CC6.1');

/** How the file of a control is made. */
export const newControl: Kind = { joins: 'controls', named: 'id', questions, make, next };

const sentence = oneLine(1_000);
const prevents = (answers: Answers): boolean => first(answers, 'deny') !== undefined;

function questions(): readonly Question[] {
  return [
    { option: 'id', ask: 'Name of the control and of its file', form: id },
    { option: 'title', ask: 'What holds, one sentence', form: oneLine(120) },
    { option: 'why', ask: 'The harm that it stops', form: sentence },
    { option: 'fix', ask: 'What somebody does who is stopped by it', form: sentence },
    { option: 'severity', ask: 'Severity', choices: () => severity.options },
    { option: 'where', ask: 'Where it holds', choices: () => Object.keys(places) },
    {
      option: 'deny',
      ask: 'Actions that nobody may call there, between commas; none where it only detects',
      form: action,
      optional: true,
      several: true,
    },
    {
      option: 'exempt',
      ask: 'Who may call them all the same',
      choices: () => exemptions,
      otherwise: () => 'deployRole',
      arises: prevents,
    },
    {
      option: 'rule',
      ask: 'Managed rule of AWS Config that detects it',
      form: rule,
      optional: prevents,
    },
    {
      option: 'satisfies',
      ask: 'What it helps with, as framework:requirement, between commas',
      form: requirement,
      several: true,
    },
  ];
}

function make(answers: Answers): NewFile {
  const name = needed(answers, 'id');
  const place = places[needed(answers, 'where')];
  const denied = answers.deny ?? [];
  const constants = constantsOf(denied);
  const actions = denied.map((action, index) => new Code(constants[index] ?? '', action));
  const rule = first(answers, 'rule');
  const exempt = first(answers, 'exempt');
  const title = needed(answers, 'title').replace(/\.$/, '');
  const Action = actions.length === 1 ? actions[0] : actions;
  const isPreventive = actions.length > 0;
  const written = {
    id: name,
    title,
    why: needed(answers, 'why'),
    fix: needed(answers, 'fix'),
    severity: needed(answers, 'severity'),
    where: place && new Code(place.code, place.value),
    prevent: isPreventive ? { scp: [{ Action }], exempt: [exempt] } : undefined,
    promises: isPreventive ? [{ that: title, deny: { Action }, exempt: [exempt] }] : undefined,
    detect: rule && { managed: rule },
    satisfies: mappingsOf(answers.satisfies ?? []),
    examples: isPreventive
      ? [
          ...actions.map((action) => ({
            when: `somebody calls ${operationOf(String(action.value))}`,
            action,
            denied: true,
          })),
          { when: `${callers[exempt ?? '']} does`, action: actions[0], principal: exempt, denied: false },
        ]
      : [
          { when: 'the rule finds a resource to be as it has to be', compliant: true },
          { when: 'the rule finds that it is not', compliant: false },
        ],
  };
  return {
    path: `${ownControls}${name}.ts`,
    value: meant(written),
    text: [
      "import { defineControl, judged } from '../../schema/forms/control';",
      `import { ${place?.code} } from '../where';`,
      '',
      ...actions.map(({ code, value }) => `const ${code} = '${value}';`),
      ...(isPreventive ? [''] : []),
      `export default defineControl(${literal(written)});`,
      '',
    ].join('\n'),
  };
}

/** One mapping for each framework. */
function mappingsOf(requirements: readonly string[]): readonly Code[] {
  const read = requirements.map(requirementOf);
  return [...new Set(read.map(({ framework }) => framework))].map((framework) => {
    const names = read.filter((each) => each.framework === framework).map(({ name }) => name);
    const code = `judged('${framework}', [${names.map((each) => `'${each}'`).join(', ')}])`;
    return new Code(code, { framework, requirements: names, basis: 'our judgement' });
  });
}

function next(answers: Answers): readonly string[] {
  const file = `${ownControls}${needed(answers, 'id')}.ts`;
  const lines = prevents(answers)
    ? [
        `${file}: in prevent.scp and in promises, the Condition under which it is denied, if not always`,
        `${file}: in examples, a request that just passes, if there is such a Condition`,
      ]
    : [`${file}: in examples, by what somebody tells a resource that complies from one that does not`];
  return [
    ...lines,
    'npm run generate          checks it, and writes catalog/',
    ...(prevents(answers)
      ? [
          'npx landing-zone prove    proves its promise, or shows a request that gets through',
          'npx landing-zone budget   shows what is left of the quotas of SCPs',
          'npx jest test/policy/proofs --selectProjects=unit    whom it would stop: ordinary work, the deployment, break glass',
        ]
      : []),
    'docs/adding-a-control.md  how it is rolled out',
  ];
}

function isRequirement(written: string): boolean {
  const { framework, name } = requirementOf(written);
  const known = frameworkIds.find((each) => each === framework);
  return known !== undefined && frameworks[known].requirement.test(name);
}

const requirementOf = (written: string) => {
  const [, framework = '', name = ''] = /^([^:]+):(.+)$/.exec(written) ?? [];
  return { framework, name };
};
