/** What `--help` prints. */
export const usage = `Records and shows which data trained which model, and which endpoint serves it, as SageMaker lineage.

  npm run lineage -- record --account NAME [options]
  npm run lineage -- show --account NAME (--endpoint NAME | --model NAME | --dataset NAME) [options]

  --account NAME      an account with models
  --account-id ID     its twelve digits, where they do not stand in its file
  --region REGION     default is the home region

  record
  --dataset NAME      a dataset of ai.lineage, or an S3 URI; again for each further one
  --model NAME        a model package group, with --version N; or the ARN of a model package
  --training-job ARN  the SageMaker training job that made the model
  --endpoint NAME     the endpoint that serves the model
  --file FILE         edges in JSON: { "edges": [{ "from": "dataset:notes", "to": "model:triage/3" }] }
  --declared          what the account's file says of datasets and projects
  --dry-run           say what would be recorded, and write nothing

  show
  --version N         one version of the model; default is all of them
  --json              print the graph as JSON, and nothing else
  --svg FILE          draw the graph into the file too

Exit code: 0; 2 where show found no dataset that a model was trained on; 1 where the request makes no sense.
`;
