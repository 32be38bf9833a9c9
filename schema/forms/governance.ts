import { z } from 'zod';
import { aiServiceNames } from '../facts/ai-services';
import { roleNamesPattern } from '../facts/patterns';
import { organizationGuardrailsForm } from './ai/organization-guardrail';
import { accountId } from './text';

/** The fewest characters that a pattern of roles begins with, and that the name in it has in a row. */
const fewestCharacters = 3;

/** What every role of Identity Center has in its name. */
const permissionSetPrefix = /^AWSReservedSSO_/;

/** Whether a pattern speaks of certain roles: `*a` and `A*` are whatever role somebody happens to have. */
function isNarrow(pattern: string): boolean {
  if (!pattern.includes('*')) return /[A-Za-z0-9][^/]*$/.test(pattern);
  const own = (pattern.split('/').at(-1) ?? '').split('*').map((part) => part.replace(permissionSetPrefix, ''));
  return pattern.indexOf('*') >= fewestCharacters && own.some((part) => part.length >= fewestCharacters);
}

/**
 * Name of an IAM role with its path; `*` stands for what AWS makes up, as in
 * `aws-reserved/sso.amazonaws.com/*AWSReservedSSO_Admin_*`.
 */
export const roleName = z
  .string()
  .regex(roleNamesPattern.regex, { error: roleNamesPattern.rule, abort: true })
  .refine(
    isNarrow,
    `must name a role, or everybody would be exempt: a pattern has ${fewestCharacters} characters before its first *, and ${fewestCharacters} in a row of the name itself`,
  );

/** Roles that controls exempt, by what they are for; in whichever account they are. */
export const rolesForm = z
  .strictObject({
    /** For emergencies: what every other role is denied. @default - none */
    breakGlass: z.array(roleName).default([]),
    /** May approve a model version, and train none. @default - none: nobody approves */
    modelApprovers: z.array(roleName).default([]),
    /** May change who sees which data. @default - none */
    dataStewards: z.array(roleName).default([]),
    /** May silence and archive findings. @default - none */
    securityResponders: z.array(roleName).default([]),
  })
  .prefault({});

/** What models may be used, and what they may run on. */
export const aiForm = z
  .strictObject({
    /** Foundation models by id, `*` for the rest of one: `anthropic.claude-*`. @default - none: every other model is denied */
    approvedModels: z
      .array(z.string().regex(/^[a-z0-9-]+\.[\w.:*-]+$/, 'must be a model id: provider.model, * for the rest'))
      .default([]),
    /**
     * AI services besides Bedrock, AgentCore and SageMaker that accounts with `ai` may use, by the name in `schema/facts/ai-services.ts`:
     * `textract`. @default - none: every other one is denied
     */
    approvedServices: z.array(z.enum(aiServiceNames)).default([]),
    /** SageMaker instance types, `*` for the rest of one. `system` is what Studio runs its own apps on. */
    instanceTypes: z
      .array(
        z.string().regex(/^(system|ml\.[a-z0-9*-]+\.[a-z0-9*]+)$/, 'must be system, or like ml.m5.xlarge or ml.m5.*'),
      )
      .min(1)
      .default(['system', 'ml.t3.*', 'ml.m5.*', 'ml.c5.*', 'ml.g5.*']),
    /** @default - none: accounts enforce their own (`ai.bedrock.enforcedGuardrail`) */
    organizationGuardrails: organizationGuardrailsForm,
  })
  .prefault({});

/** Who outside the organization may reach its data. */
export const perimeterForm = z
  .strictObject({
    /** Accounts of partners. @default - none */
    trustedAccounts: z.array(accountId).default([]),
  })
  .prefault({});

/** How far the controls go that are not fully on, by id. */
export const controlModes = z.record(
  z.string(),
  z.strictObject({
    /** `detect`: its policies are left out, for a rollout in steps. `off`: all of it. */
    mode: z.enum(['detect', 'off']),
    /** For the auditor; the catalog shows it. */
    reason: z.string().min(1, 'must say why').max(1_000),
  }),
);
