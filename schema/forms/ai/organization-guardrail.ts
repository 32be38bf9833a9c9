import { z } from 'zod';
import type { DeepReadonly } from '../deep-readonly';
import { whereForm } from '../places';
import { guardrailForm } from './guardrail';

/** Source: botocore 1.43, bedrock: `ModelEnforcement.excludedModels`. */
const modelId = /^[a-z0-9-]{1,63}\.[a-z0-9-]{1,63}(:[a-z0-9-]{1,63}){0,2}(\/[a-z0-9]{12})?$/;

/**
 * Guardrails of the management account that a Bedrock policy of the organization has every call of a model go through, in accounts with a
 * file and without, whether the call names a guardrail or not. Needs `awsProvider: '~> 6.25'`: version 5 does not know the policy type.
 */
export const organizationGuardrailsForm = z
  .array(
    z.strictObject({
      /** As a guardrail of an account, with every governed region where it says nothing of regions. */
      ...guardrailForm.shape,
      /**
       * The OUs, or the accounts with some tags, or `every account`: the root. One guardrail for each; that of an OU takes the place of that
       * of the OU above it.
       */
      where: whereForm,
      /**
       * Models by id that are called without it: `amazon.titan-embed-text-v2:0`, because embedding models take no guardrail. @default - none:
       * it holds for every model
       */
      exceptModels: z.array(z.string().regex(modelId, 'must be the id of a model: provider.model')).default([]),
    }),
  )
  .default([]);

export type OrganizationGuardrail = DeepReadonly<z.output<typeof organizationGuardrailsForm>>[number];
