import { z } from 'zod';
import type { DeepReadonly } from '../deep-readonly';
import { filledTagValue, kebabName, oneLine } from '../text';
import { dataClassification } from './classification';
import { riskClass } from './risk-class';

/** With so many on either side the policy of the group stays below the 20,480 characters that SageMaker takes. */
const mostAccounts = 50;

/** Names of accounts of the landing zone, beside the one that has the group. */
const otherAccounts = z.array(z.string()).max(mostAccounts, `must name at most ${mostAccounts} accounts`).default([]);

const groupForm = z.strictObject({
  /** Name of the group and of its folder in the bucket of model artifacts; unique in an account. */
  name: kebabName(63),
  /** AWS keeps the one that the group was made with: no call of SageMaker changes it. */
  description: oneLine(1024),
  /** The team that answers for the model. @default - the owner of the account */
  owner: filledTagValue.optional(),
  /** Under the EU AI Act, as on the model card of the group. @default - nobody has judged it yet */
  riskClass: riskClass.optional(),
  /** The most sensitive data that a version was trained on; at most the account's. @default - that of the account */
  dataClassification: dataClassification.optional(),
  /** Accounts that read versions and deploy them. @default - the account itself, by its own IAM policies */
  deployers: otherAccounts,
  /** Accounts that register versions, which somebody here then approves. @default - the account itself */
  trainers: otherAccounts,
});

/** Model package groups of the SageMaker model registry. */
export const registryForm = z.strictObject({ groups: z.array(groupForm).default([]) });

/** A model package group, checked. */
export type ModelPackageGroup = DeepReadonly<z.output<typeof groupForm>>;
