import { organizationGuardrailsForm } from '../../schema/forms/ai/organization-guardrail';
import { type Rows, refused, unrehearsed } from './change';
import { fieldsOf } from './fields-of';

const list = 'ai.organizationGuardrails';

const why =
  'the provider that a rehearsal has does not know Bedrock policies; test/stacks/organization-guardrails.test.ts reads what is written';

/** Rows of the guardrails of the organization, which the provider at hand lets nobody make. */
export const organizationGuardrailChanges: Rows = {
  [list]: refused([{ name: 'house', where: 'every account' }], 'does not know this policy type'),
  ...Object.fromEntries(
    fieldsOf(organizationGuardrailsForm)
      .filter((field) => field !== '')
      .map((field) => [`${list}${field}`, unrehearsed(why)]),
  ),
};
