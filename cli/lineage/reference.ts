/** What lineage is recorded between; SageMaker keeps each as an artifact, a context or a trial component. */
export const referenceKinds = ['dataset', 'training-job', 'model', 'endpoint', 'project'] as const;

export type ReferenceKind = (typeof referenceKinds)[number];

/** One end of an edge, as a person writes it: `dataset:clinical-notes`. */
export interface Reference {
  readonly kind: ReferenceKind;
  /**
   * dataset: its name in the account's file, or an S3 URI. training-job: its ARN. model: `<group>/<version>`, or the ARN of a model
   * package. endpoint and project: the name.
   */
  readonly name: string;
}

/** What is wrong with a reference, and what to write instead. */
export interface BadReference {
  readonly rule: string;
  readonly fix: string;
}

const forms: Readonly<Record<ReferenceKind, { readonly pattern: RegExp } & BadReference>> = {
  dataset: {
    pattern: /^([a-z][a-z0-9-]*|s3:\/\/[a-z0-9.-]+(\/.*)?)$/,
    rule: 'a dataset is named as in ai.lineage, or by its S3 URI',
    fix: "write it like 'clinical-notes' or 's3://bucket/folder'",
  },
  'training-job': {
    pattern: /^arn:aws[a-z-]*:sagemaker:[a-z0-9-]+:\d{12}:training-job\/[a-zA-Z0-9-]{1,63}$/,
    rule: 'a training job is named by its ARN',
    fix: "copy 'TrainingJobArn' from 'aws sagemaker describe-training-job'",
  },
  model: {
    pattern: /^([a-zA-Z0-9-]{1,63}\/[1-9]\d*|arn:aws[a-z-]*:sagemaker:[a-z0-9-]+:\d{12}:model-package\/\S+)$/,
    rule: 'a model is a version of a model package group, or the ARN of a model package',
    fix: "write it like 'triage-classifier/3'",
  },
  endpoint: {
    pattern: /^[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}$/,
    rule: 'an endpoint has a name of letters, digits and hyphens',
    fix: "write the name that 'aws sagemaker list-endpoints' shows",
  },
  project: {
    pattern: /^[a-z][a-z0-9-]*$/,
    rule: 'a project is named as in ai.lineage',
    fix: "write it like 'referral-triage'",
  },
};

/** What is wrong with the name of a reference; undefined where nothing is. */
export function tryBadReference({ kind, name }: Reference): BadReference | undefined {
  const { pattern, rule, fix } = forms[kind];
  return pattern.test(name) ? undefined : { rule, fix };
}

/** Reads `dataset:clinical-notes`; undefined where the word before the colon is no kind. */
export function tryReference(text: string): Reference | undefined {
  const [, word, name = ''] = /^([a-z-]+):(.+)$/.exec(text) ?? [];
  const kind = referenceKinds.find((each) => each === word);
  return kind && { kind, name };
}

/** The reference as `tryReference` reads it. */
export const describeReference = ({ kind, name }: Reference): string => `${kind}:${name}`;
