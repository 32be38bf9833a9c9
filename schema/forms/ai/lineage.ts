import { z } from 'zod';
import type { DeepReadonly } from '../deep-readonly';
import { kebabName, oneLine } from '../text';
import { dataClassification } from './classification';

/** AWS takes 4,096 characters as the value of an artifact's property, and 3,072 as the description of a context. */
const description = oneLine(3072);

/** Data that models are trained on: a SageMaker artifact of the type `DataSet`. */
const datasetForm = z.strictObject({
  /** Name of the artifact; unique in an account. */
  name: kebabName(63),
  /** Folder of the training bucket: `clinical-notes/2026`. Training jobs name the same folder as their channel. */
  prefix: z
    .string()
    .max(900, 'must have at most 900 characters')
    .regex(
      /^[\w.=-]+(\/[\w.=-]+)*$/,
      'is a folder of the training bucket: letters, digits and . _ = - between single slashes, no slash at the ends',
    ),
  description,
  /** At most as sensitive as the account's. @default - that of the account */
  classification: dataClassification.optional(),
  /** Names of the datasets that this one was made of. @default - none: it was collected as it is */
  derivedFrom: z.array(z.string()).default([]),
  /**
   * `create`: the artifact is made with the account. `existing`: SageMaker made it when a job first read the folder, and refuses
   * a second one with the same URI.
   * @default 'create'
   */
  artifact: z.enum(['create', 'existing']).default('create'),
});

/** What datasets were collected for: a SageMaker context of the type `Project`. */
const projectForm = z.strictObject({
  /** Name of the context; unique in an account. */
  name: kebabName(63),
  description,
  /** The page that says more: a repository, a ticket. */
  page: z.url({ protocol: /^https$/, error: 'must be an address that begins with https://' }).max(2048),
  /** Names of its datasets. @default - none */
  datasets: z.array(z.string()).default([]),
});

/** What models are made of, beside what SageMaker records by itself. */
export const lineageForm = z.strictObject({
  datasets: z.array(datasetForm).default([]),
  projects: z.array(projectForm).default([]),
});

export type Dataset = DeepReadonly<z.output<typeof datasetForm>>;
export type Project = DeepReadonly<z.output<typeof projectForm>>;
