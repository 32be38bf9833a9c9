import { accountForm } from '../../schema/forms/account';
import { dataClassifications } from '../../schema/forms/ai/classification';
import { suspendedUnit } from '../../schema/forms/settings';
import { oneLine } from '../../schema/forms/text';
import type { LandingZone } from '../../schema/landing-zone';
import { comment } from '../new/comment';
import { Commented, literal, meant } from '../new/literal';
import { type Answers, first, needed, type Question } from '../new/question';
import type { Kind, NewFile } from '../new/write-new';

/** What an account that exists already may be. */
const origins = ['adopted', 'external'] as const;

const { name, email, owner, id } = accountForm.shape;

/** How the file of an account is made. */
export const newAccount: Kind = { joins: 'accounts', named: 'name', questions, make, next };

function questions({ organizationalUnits }: LandingZone): readonly Question[] {
  const exists = (answers: Answers) => first(answers, 'id') !== undefined;
  return [
    { option: 'name', ask: 'Name of the account and of its file', form: name },
    { option: 'purpose', ask: 'What it is for, one sentence', form: oneLine(110) },
    {
      option: 'id',
      ask: 'Id of an account that exists already; none where AWS is to make one',
      form: id,
      optional: true,
    },
    {
      option: 'origin',
      ask: 'Whether it is in the organization already (adopted) or stays outside (external)',
      choices: () => origins,
      otherwise: () => 'adopted',
      arises: exists,
    },
    { option: 'email', ask: 'Address of its root user', form: email },
    {
      option: 'ou',
      ask: 'OU that it lives in',
      choices: () => organizationalUnits.filter((unit) => unit !== suspendedUnit),
      arises: (answers) => first(answers, 'origin') !== 'external',
    },
    { option: 'owner', ask: 'Team that answers for it', form: owner },
    {
      option: 'ai',
      ask: 'Class of the data that it works with models on; none where nobody uses AI in it',
      choices: () => dataClassifications,
      optional: true,
    },
  ];
}

function make(answers: Answers): NewFile {
  const ai = first(answers, 'ai');
  const written = {
    name: needed(answers, 'name'),
    email: needed(answers, 'email'),
    origin: first(answers, 'origin'),
    id: first(answers, 'id'),
    ou: first(answers, 'ou'),
    owner: needed(answers, 'owner'),
    ai:
      ai &&
      new Commented('Whoever calls a model is logged: without `bedrock`, calls are denied.', {
        dataClassification: ai,
        bedrock: {},
      }),
  };
  return {
    path: `accounts/${written.name}.ts`,
    value: meant(written),
    text: [
      "import { defineAccount } from '../schema/forms/account';",
      '',
      comment(needed(answers, 'purpose')),
      `export default defineAccount(${literal(written)});`,
      '',
    ].join('\n'),
  };
}

function next(answers: Answers): readonly string[] {
  const name = needed(answers, 'name');
  const isNew = first(answers, 'id') === undefined;
  return [
    'npm run synth                  writes its stacks',
    'npx landing-zone lock          the ledger knows it from then on, and it cannot vanish by mistake',
    ...(isNew
      ? ['npx cdktf deploy management    AWS makes the account: it can be closed, but its address is used up']
      : []),
    ...(isNew ? [] : ['npx cdktf diff management      imports it, and destroys or replaces nothing: read the plan']),
    `npx cdktf deploy '*'           account-${name}, and what other stacks say of it`,
  ];
}
