import { accountForm } from '../../schema/forms/account';
import { modelCardForm } from '../../schema/forms/model-card';
import { settingsForm } from '../../schema/forms/settings';
import { accountChanges } from './account-changes';
import type { Change, Rows } from './change';
import { fieldsOf } from './fields-of';
import { modelCardChanges } from './model-card-changes';
import { settingsChanges } from './settings-changes';

/** A change with the field that it is of, as `account ai.bedrock`. */
export type NamedChange = Change & { readonly field: string };

/** A form with its rows, and where its fields are in the small landing zone. */
const forms = {
  settings: { form: settingsForm, rows: settingsChanges, at: 'settings' },
  account: { form: accountForm, rows: accountChanges, at: 'accounts.models' },
  'model card': { form: modelCardForm, rows: modelCardChanges, at: 'modelCards.triage' },
} as const;

/** Every field that people write, as its form has it: what the table has to have a row for. */
export const everyField = (): readonly string[] =>
  Object.entries(forms).flatMap(([name, { form }]) => fieldsOf(form).map((field) => `${name} ${field}`));

/** The table: what is changed of each field of each form, and how it goes. */
export const everyChange = (): readonly NamedChange[] =>
  Object.entries(forms).flatMap(([name, { rows, at }]) =>
    Object.entries(rows as Rows).map(([field, row]) => ({
      field: `${name} ${field}`,
      ...row(`${at}.${firstOf(field)}`),
    })),
  );

/** Where a field is in the first member of each list: `services.macie.jobs[0].name` of `services.macie.jobs[].name`. */
const firstOf = (field: string): string => field.replaceAll('[]', '[0]').replace(/\(\w+\)/g, '');
