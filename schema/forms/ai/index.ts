import { z } from 'zod';
import { budgetForm } from '../budget';
import type { DeepReadonly } from '../deep-readonly';
import { bedrockForm } from './bedrock';
import { dataClassification } from './classification';
import { dataLakeForm } from './data-lake';
import { lineageForm } from './lineage';
import { registryForm } from './registry';

/** What an account does with models, in its file under `ai`. */
export const workloadForm = z.strictObject({
  /** What the most sensitive training data is, as a tag on buckets and models. */
  dataClassification,
  /**
   * Days for which nobody deletes or overwrites a version of a model artifact, break glass excepted: Object Lock in GOVERNANCE mode. S3 then
   * asks each upload for a checksum, and AWS does not say whether every job of SageMaker sends one: try yours first. @default - no lock
   */
  modelLockDays: z.int().min(1).max(36_500).optional(),
  /** The SageMaker model registry. */
  registry: registryForm.prefault({}),
  /** Training data that is shared by grant only. @default - buckets, and no catalog */
  dataLake: dataLakeForm.optional(),
  /** @default - models are called by nobody, for no call would be logged, and there is no guardrail */
  bedrock: bedrockForm.optional(),
  /** What models are made of, as SageMaker lineage. @default - what SageMaker records by itself */
  lineage: lineageForm.optional(),
  /** @default - nobody is told what models cost */
  budget: budgetForm.optional(),
});

export type Workload = DeepReadonly<z.output<typeof workloadForm>>;
