import { z } from 'zod';
import { stackNames } from '../../facts/stack-names';
import type { DeepReadonly } from '../deep-readonly';
import { kebabName, oneLine } from '../text';
import { dataClassification } from './classification';

/** AWS takes 4,096 characters as the value of an artifact's property, and 3,072 as the description of a context. */
const description = oneLine(3072);

/** Data that models are trained on: a SageMaker artifact of the type `DataSet`. */
const datasetForm = z.strictObject({
  /** Name of the artifact; unique in an account. */
  name: kebabName(63),
  /**
   * The name that it had first, where it was renamed: the artifact and all that is on record about it stay. It stays for as long as the
   * dataset does. @default - it has the name that it always had
   */
  formerly: kebabName(63).optional(),
  /**
   * Folder of the training bucket: `clinical-notes/2026`. Training jobs name the same folder as their channel. It cannot be changed while
   * the dataset stands: another folder is another dataset.
   */
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
  /** Name of the context; unique in an account. Another name is another context; the first one stays on record. */
  name: kebabName(63),
  description,
  /** The page that says more: a repository, a ticket. It cannot be changed while the project stands. */
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

type Lineage = DeepReadonly<z.output<typeof lineageForm>>;

/** What a dataset or project goes by in state, and the source that AWS knows it by for good. */
interface LineageRecord {
  /** Id of its resource. */
  readonly id: string;
  readonly field: string;
  readonly source: string;
}

/** The id of the resource of a dataset, which a rename leaves as it is. */
export const datasetId = ({ name, formerly = name }: Pick<Dataset, 'name' | 'formerly'>): string =>
  `lineage-dataset-${formerly}`;

/** The id of the resource of a project. */
export const projectId = ({ name }: Pick<Project, 'name'>): string => `lineage-project-${name}`;

/** Everything that a stack puts on record. */
export const lineageRecords = ({ datasets, projects }: Lineage): readonly LineageRecord[] => [
  ...datasets.flatMap((dataset, index) =>
    dataset.artifact === 'create'
      ? [{ id: datasetId(dataset), field: `datasets[${index}].prefix`, source: dataset.prefix }]
      : [],
  ),
  ...projects.map((project, index) => ({
    id: projectId(project),
    field: `projects[${index}].page`,
    source: project.page,
  })),
];

/** Where the ledger keeps the source of a record: `ai-models/aws_cloudformation_stack.lineage-dataset-notes`. */
export const recordAddress = (account: { readonly key: string }, id: string): string =>
  `${stackNames.ai(account)}/aws_cloudformation_stack.${id}`;
