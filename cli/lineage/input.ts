import type { Problem } from '../../schema/problems/problem';
import { optionProblem } from '../kit/invalid-request';
import { readEdgeFile } from './edge-file';
import { declaredEdges, type Edge, edgesOfTraining } from './edges';
import type { RecordOptions, SharedOptions } from './options';
import type { Read } from './read';
import { type Reference, type ReferenceKind, tryBadReference } from './reference';
import type { LineageScope } from './scope';
import type { Question } from './show';

/**
 * The edges that the options of `record` ask for: those of one training, of a file, and of the account's file.
 *
 * @param account undefined where the options name none that is known
 */
export function readEdges(options: RecordOptions, account: LineageScope['account'] | undefined): Read<readonly Edge[]> {
  const training = readTraining(options);
  const written = options.file === undefined ? none : readEdgeFile(options.file);
  const { lineage } = account?.ai ?? {};
  const declared = options.declared && lineage ? declaredEdges(lineage) : [];
  const value = [...training.value, ...written.value, ...declared];
  const problems = [...training.problems, ...written.problems];
  const empty = value.length === 0 && problems.length === 0 && !(options.declared && !account);
  return { value, problems: empty ? [nothingToRecord(options, account?.file)] : problems };
}

/** What the options of `show` ask about: one thing, or with `--model` alone every version of the group. */
export function readQuestion(options: SharedOptions): Read<Question | undefined> {
  const { dataset, model, version, endpoint } = options;
  const asked = [...dataset, ...[model, endpoint].filter((each) => each !== undefined)];
  if (asked.length !== 1) {
    const fix = 'name one --endpoint, --model or --dataset';
    return { value: undefined, problems: [optionProblem('endpoint', endpoint, 'one question has one subject', fix)] };
  }
  if (model !== undefined && version === undefined && !model.startsWith('arn:'))
    return { value: { kind: 'model-group', name: model }, problems: [] };
  const read =
    model === undefined ? readOne(endpoint ? 'endpoint' : 'dataset', endpoint ?? dataset[0]) : readModel(options);
  const alone = model === undefined && version !== undefined;
  return { value: read.value, problems: [...read.problems, ...(alone ? [versionAlone(version)] : [])] };
}

const none = { value: [], problems: [] };

function readTraining(options: RecordOptions): Read<readonly Edge[]> {
  const job = readOne('training-job', options['training-job']);
  const model = readModel(options);
  const endpoint = readOne('endpoint', options.endpoint);
  const datasets = options.dataset.map((name) => readOne('dataset', name));
  const problems = [job, model, endpoint, ...datasets].flatMap((each) => each.problems);
  if (options.endpoint !== undefined && options.model === undefined)
    problems.push(optionProblem('model', undefined, 'what an endpoint serves is a model', 'name it with --model'));
  const value = edgesOfTraining({
    datasets: datasets.flatMap((each) => each.value ?? []),
    job: job.value,
    model: model.value,
    endpoint: endpoint.value,
  });
  return { value, problems };
}

/** `--model` with `--version`, or the ARN of a model package alone. */
function readModel({ model, version }: SharedOptions): Read<Reference | undefined> {
  if (model === undefined || model.startsWith('arn:')) {
    const { value, problems } = readOne('model', model);
    return { value, problems: version === undefined ? problems : [...problems, versionAlone(version)] };
  }
  if (version !== undefined && /^[1-9]\d*$/.test(version)) return readOne('model', `${model}/${version}`);
  const fix = "write the number that 'aws sagemaker list-model-packages' shows";
  return { value: undefined, problems: [optionProblem('version', version, 'must be a version of the group', fix)] };
}

/** The reference that the option of its kind makes, or what is wrong with it. */
function readOne(kind: ReferenceKind, name: string | undefined): Read<Reference | undefined> {
  if (name === undefined) return { value: undefined, problems: [] };
  const bad = tryBadReference({ kind, name });
  return bad
    ? { value: undefined, problems: [optionProblem(kind, name, bad.rule, bad.fix)] }
    : { value: { kind, name }, problems: [] };
}

const versionAlone = (version: string): Problem =>
  optionProblem('version', version, 'is the version of a group', 'name the group with --model, or remove the option');

const nothingToRecord = ({ declared }: RecordOptions, file: string | undefined): Problem =>
  declared
    ? optionProblem('declared', true, `${file} connects nothing`, 'add derivedFrom to a dataset, or a project')
    : optionProblem(
        'dataset',
        undefined,
        'an edge has two ends',
        'name --dataset with --model or --training-job, --model with --endpoint, --file, or --declared',
      );
