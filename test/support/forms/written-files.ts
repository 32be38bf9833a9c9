import type { z } from 'zod';
import { type AccountSpec, accountForm } from '../../../schema/forms/account';
import { controlForm } from '../../../schema/forms/control';
import { ledgerFile, ledgerForm } from '../../../schema/forms/ledger';
import { modelCardForm } from '../../../schema/forms/model-card';
import { placeNames } from '../../../schema/forms/places';
import { settingsForm } from '../../../schema/forms/settings';
import type { Problem, SourceFile } from '../../../schema/problems/problem';
import { type LandingZoneFiles, resolveLandingZone } from '../../../schema/resolve';
import { sampleLake } from '../data-lake';
import { madeControl } from '../made-control';
import { problemsThrownBy } from '../problems';
import { accountFile, sampleAccounts, sampleModelCard, sampleSettings, settingsFile } from '../zone';

/** A kind of file that people write, with one that is right. */
export interface WrittenFile extends SourceFile {
  readonly kind: string;
  readonly form: z.ZodType;
  /** Every file of the landing zone, with another value in this one. */
  readonly put: (value: unknown) => LandingZoneFiles;
}

const settings = {
  ...sampleSettings(),
  backend: { type: 's3', bucket: 'acme-terraform-state', region: 'eu-central-1' },
  places: {
    aiAccounts: { organizationalUnits: ['Workloads', 'Sandbox'] },
    workloads: { organizationalUnits: ['Workloads'] },
    securityAccounts: { organizationalUnits: ['Security'] },
    suspended: { organizationalUnits: ['Suspended'] },
  },
};

/** The account of the sample that has models, with a lake, and with others that it shares them with. */
const models = sampleAccounts().find(({ name }) => name === 'models') as AccountSpec;
const groups = [{ name: 'triage', description: 'Sorts referrals', deployers: ['sandbox'], trainers: ['sandbox'] }];
const account = accountFile({
  ...models,
  tags: { team: 'models' },
  ai: { dataClassification: 'confidential', ...models.ai, dataLake: sampleLake(), registry: { groups } },
});
const accounts = sampleAccounts()
  .slice(0, 5)
  .map((each) => (each.name === 'models' ? account : accountFile(each)));
const card = { file: 'models/referral-triage.ts', value: sampleModelCard() };
const control = madeControl({
  promises: [
    {
      that: 'Nobody reads an object elsewhere',
      by: 'scp',
      deny: { Action: 's3:GetObject', Condition: { StringEquals: { 'aws:RequestedRegion': 'eu-north-1' } } },
      assuming: [{ that: 'the bucket is ours', Resource: 'arn:aws:s3:::acme-*' }],
      exception: 'AWS does it itself',
    },
  ],
});
const places = placeNames.map((place) => madeControl({ id: `made-${place.toLowerCase()}`, where: { place } }));
const ledger = { file: ledgerFile, value: { version: 1, accounts: { sandbox: { key: 'sandbox', state: 'active' } } } };

const files: LandingZoneFiles = {
  settings: { file: settingsFile, value: settings },
  accounts,
  controls: [control, ...places],
  modelCards: [card],
  ledger,
};

/** One file of each form. */
export const writtenFiles: readonly WrittenFile[] = [
  {
    kind: 'settings',
    form: settingsForm,
    file: settingsFile,
    value: settings,
    put: (value) => ({ ...files, settings: { file: settingsFile, value } }),
  },
  {
    kind: 'account',
    form: accountForm,
    ...account,
    put: (value) => ({ ...files, accounts: accounts.map((each) => (each === account ? { ...account, value } : each)) }),
  },
  {
    kind: 'model card',
    form: modelCardForm,
    ...card,
    put: (value) => ({ ...files, modelCards: [{ ...card, value }] }),
  },
  {
    kind: 'control',
    form: controlForm,
    ...control,
    put: (value) => ({ ...files, controls: [{ ...control, value }, ...places] }),
  },
  { kind: 'ledger', form: ledgerForm, ...ledger, put: (value) => ({ ...files, ledger: { ...ledger, value } }) },
];

/** What is wrong with files; nothing where they resolve. */
export const problemsIn = (written: LandingZoneFiles): readonly Problem[] =>
  problemsThrownBy(() => resolveLandingZone(written));
