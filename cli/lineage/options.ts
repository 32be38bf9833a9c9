import { flag, type OptionValues, text, texts } from '../kit/option';

const shared = {
  account: text({ value: 'NAME', describe: "an account with 'ai' in its file" }),
  'account-id': text({ value: 'ID', describe: 'its twelve digits, where its file does not name them' }),
  region: text({ value: 'REGION', describe: 'a governed region; without it, the home region' }),
  dataset: texts({ value: 'NAME', describe: 'a dataset of ai.lineage, or an S3 URI; record takes several' }),
  model: text({ value: 'NAME', describe: 'a model package group, or the ARN of a model package' }),
  version: text({ value: 'N', describe: 'one version of the group; show takes all of them without it' }),
  endpoint: text({ value: 'NAME', describe: 'the endpoint that serves the model' }),
};

export const recordOptions = {
  ...shared,
  'training-job': text({ value: 'ARN', describe: 'the SageMaker training job that made the model' }),
  file: text({
    value: 'FILE',
    describe: 'edges in JSON: { "edges": [{ "from": "dataset:notes", "to": "model:triage/3" }] }',
  }),
  declared: flag("what the account's file says of datasets and projects"),
  'dry-run': flag('say what would be recorded, and write nothing'),
};

export const showOptions = {
  ...shared,
  svg: text({ value: 'FILE', describe: 'also draw the graph into this file' }),
};

/** The options of `record`, as they were written. */
export type RecordOptions = OptionValues<typeof recordOptions>;
/** The options of `show`, as they were written. */
export type ShowOptions = OptionValues<typeof showOptions>;
/** The options that name a scope, and those that name things. */
export type SharedOptions = OptionValues<typeof shared>;
