import { riskClass } from '../../schema/forms/ai/risk-class';
import { modelCardForm } from '../../schema/forms/model-card';
import { oneLine } from '../../schema/forms/text';
import type { LandingZone } from '../../schema/landing-zone';
import { comment } from '../new/comment';
import { literal, meant } from '../new/literal';
import { type Answers, first, needed, type Question } from '../new/question';
import type { Kind, NewFile } from '../new/write-new';

/** The rating of SageMaker for a class of the EU AI Act. */
const ratings: Readonly<Record<string, string>> = { minimal: 'Low', limited: 'Medium', high: 'High' };

/** How the file of a model card is made. */
export const newModel: Kind = { joins: 'modelCards', named: 'name', questions, make, next };

function questions({ activeAccounts, modelCards }: LandingZone): readonly Question[] {
  const governance = modelCardForm.shape.governance.shape;
  const serving = activeAccounts.filter(({ ai }) => ai !== undefined);
  const groupsOf = (answers: Answers) =>
    serving.find(({ name }) => name === first(answers, 'account'))?.ai?.registry.groups ?? [];
  const groupOf = (answers: Answers) => groupsOf(answers).find(({ name }) => name === first(answers, 'group'));
  const described = new Set(modelCards.map(({ name }) => name));
  return [
    { option: 'account', ask: 'Account that the card lives in', choices: () => serving.map(({ name }) => name) },
    {
      option: 'group',
      ask: 'Model package group that it is about; none for a model outside the registry',
      choices: (answers) => groupsOf(answers).map(({ name }) => name),
      arises: (answers) => groupsOf(answers).length > 0,
      optional: true,
    },
    {
      option: 'name',
      ask: 'Name of the card and of its file',
      form: modelCardForm.shape.name,
      otherwise: (answers) => [first(answers, 'group')].find((group) => group !== undefined && !described.has(group)),
    },
    {
      option: 'purpose',
      ask: 'What the model does, one sentence',
      form: oneLine(110),
      otherwise: (answers) => groupOf(answers)?.description,
    },
    { option: 'owner', ask: 'Role or team that answers for it', form: oneLine(256) },
    { option: 'use', ask: 'What it may be used for, one sentence', form: governance.intendedUse },
    {
      option: 'risk-class',
      ask: 'Risk class under the EU AI Act',
      choices: () => riskClass.options,
      otherwise: (answers) => groupOf(answers)?.riskClass,
    },
    {
      option: 'dpia',
      ask: 'Address of the data protection impact assessment',
      form: governance.dpia,
      arises: (answers) => first(answers, 'risk-class') === 'high',
    },
  ];
}

function make(answers: Answers, { activeAccounts }: LandingZone): NewFile {
  const account = needed(answers, 'account');
  const risk = needed(answers, 'risk-class');
  const written = {
    name: needed(answers, 'name'),
    account,
    status: 'Draft',
    group: first(answers, 'group'),
    content: {
      model_overview: {
        model_description: needed(answers, 'purpose'),
        model_creator: activeAccounts.find(({ name }) => name === account)?.owner,
        model_owner: needed(answers, 'owner'),
      },
      intended_uses: { intended_uses: needed(answers, 'use'), risk_rating: ratings[risk] },
    },
    governance: { euAiActClass: risk, intendedUse: needed(answers, 'use'), dpia: first(answers, 'dpia') },
  };
  return {
    path: `models/${written.name}.ts`,
    value: meant(written),
    text: [
      "import { defineModelCard } from '../schema/forms/model-card';",
      '',
      comment(needed(answers, 'purpose')),
      `export default defineModelCard(${literal(written)});`,
      '',
    ].join('\n'),
  };
}

function next(answers: Answers): readonly string[] {
  const file = `models/${needed(answers, 'name')}.ts`;
  return [
    `${file}: what a reviewer asks for, such as business_details, training_details and evaluation_details; then status: 'PendingReview'`,
    'npm run synth',
    'npx landing-zone lock    the ledger knows the card from then on',
    `npx cdktf deploy ai-${needed(answers, 'account')}`,
  ];
}
