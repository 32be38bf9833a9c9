import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { datasetArtifact, lineageCommand } from '../../support/lineage-command';
import { endpoint, type LineageGateway, startLineageGateway } from '../../support/lineage-gateway';
import { home, sagemakerArn, trialComponent } from '../../support/lineage-world';

let gateway: LineageGateway;
beforeEach(async () => {
  gateway = await startLineageGateway();
  jest.replaceProperty(process, 'env', { ...process.env, ...gateway.environment });
});
afterEach(async () => {
  jest.restoreAllMocks();
  await gateway.close();
});

const show = (...args: string[]) =>
  lineageCommand(['show', '--account', 'models', '--account-id', home.account, ...args]);
const model = (version: number) => gateway.artifact(sagemakerArn(`model-package/triage/${version}`), 'Model');

/** raw -> notes -> training job -> triage/3 -> endpoint, and notes -> triage/2, which nothing serves. */
async function trained() {
  const [raw, notes] = [await datasetArtifact(gateway, 'raw'), await datasetArtifact(gateway, 'notes')];
  const [second, third] = [await model(2), await model(3)];
  const live = await gateway.context('triage-live-aws-endpoint', 'Endpoint', endpoint.arn);
  await gateway.associate(raw, notes, 'DerivedFrom');
  await gateway.associate(notes, trialComponent, 'ContributedTo');
  await gateway.associate(trialComponent, third, 'Produced');
  await gateway.associate(third, live, 'AssociatedWith');
  await gateway.associate(notes, second);
  return { raw, notes, second, third, live };
}

const bucket = `s3://acme-ai-data-training-${home.account}`;

describe('lineage show', () => {
  it('answers which data trained the model that an endpoint serves', async () => {
    await trained();
    const { code, text } = await show('--endpoint', endpoint.name);
    expect(code).toBe(0);
    expect(text.split('\n')).toEqual([
      'trained on  notes, raw',
      'models      triage/3',
      '',
      'Endpoint  triage-live',
      '└─ AssociatedWith: Model  triage/3',
      '   └─ Produced: TrainingJob  train-1',
      `      └─ ContributedTo: DataSet  notes  ${bucket}/notes`,
      `         └─ DerivedFrom: DataSet  raw  ${bucket}/raw`,
      '',
      '',
    ]);
  });

  it('answers what was made from a dataset, and which endpoints live on it', async () => {
    await trained();
    const { text } = await show('--dataset', 'clinical-notes');
    expect(text).toContain('models      triage/2, triage/3\nserved by   triage-live\n');
    expect(text).toContain(
      [
        `DataSet  notes  ${bucket}/notes`,
        '├─ no type: Model  triage/2',
        '└─ ContributedTo: TrainingJob  train-1',
        '   └─ Produced: Model  triage/3',
        '      └─ AssociatedWith: Endpoint  triage-live',
      ].join('\n'),
    );
  });

  it('answers in both directions for one version of a model', async () => {
    await trained();
    const { text } = await show('--model', 'triage', '--version', '3');
    expect(text).toContain('trained on  notes, raw\n');
    expect(text).toContain('served by   triage-live\n');
    expect(text).not.toContain('triage/2');
  });

  it('answers for every version of a model that has lineage, on each page of the list', async () => {
    const { second, third } = await trained();
    const { starts } = JSON.parse((await show('--model', 'triage', '--json')).text);
    expect(starts).toEqual([second, third]);
  });

  it('ends with 2 where no dataset of a model is on record', async () => {
    const live = await gateway.context('triage-live-aws-endpoint', 'Endpoint', endpoint.arn);
    await gateway.associate(await model(1), live);
    const { code, text } = await show('--endpoint', endpoint.name);
    expect(code).toBe(2);
    expect(text).toContain('trained on  nothing is on record\nmodels      triage/1\n');
  });

  it('shows what it has shown once, and a circle, by name only', async () => {
    const { notes, third, raw } = await trained();
    await gateway.associate(raw, third, 'ContributedTo');
    await gateway.associate(third, raw, 'DerivedFrom');
    const { text } = await show('--endpoint', endpoint.name);
    expect(text.match(/\(shown above\)/g)).toHaveLength(2);
    expect(text).toContain('trained on  notes, raw\n');
    expect(notes).toBeTruthy();
  });

  it('goes on where a query of SageMaker ends, and reads every page of it', async () => {
    const last = await model(3);
    let at = last;
    // 14 steps up, and 60 datasets at the far end: two queries deep, two pages wide.
    for (let step = 0; step < 14; step += 1) {
      const origin = await gateway.artifact(`s3://b/step-${step}`);
      await gateway.associate(origin, at, 'DerivedFrom');
      at = origin;
    }
    for (let index = 0; index < 60; index += 1)
      await gateway.associate(await gateway.artifact(`s3://b/leaf-${index}`), at, 'DerivedFrom');
    const { nodes, edges } = JSON.parse((await show('--model', 'triage', '--version', '3', '--json')).text);
    expect(nodes).toHaveLength(75);
    expect(edges).toHaveLength(74);
    expect(gateway.calls.filter((call) => call.startsWith('QueryLineage')).length).toBeGreaterThan(3);
  });

  it('prints one JSON object and nothing else where it is asked to', async () => {
    const { third, live } = await trained();
    const { answer, starts, nodes, edges } = JSON.parse((await show('--endpoint', endpoint.name, '--json')).text);
    expect(starts).toEqual([live]);
    expect(answer.datasets.map(({ source }: { source: string }) => source)).toEqual([
      `${bucket}/notes`,
      `${bucket}/raw`,
    ]);
    expect(nodes).toHaveLength(5);
    expect(edges).toContainEqual({ source: third, destination: live, type: 'AssociatedWith' });
  });

  it('draws the graph into a file', async () => {
    await trained();
    const folder = mkdtempSync(join(tmpdir(), 'lineage-'));
    try {
      const file = join(folder, 'lineage.svg');
      await show('--endpoint', endpoint.name, '--svg', file);
      expect(readFileSync(file, 'utf8')).toContain('<title>Lineage of triage-live</title>');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it.each([
    ['an endpoint without lineage', ['--endpoint', endpoint.name], 'SageMaker has no lineage of it'],
    ['an endpoint that there is not', ['--endpoint', 'live'], 'Could not find endpoint "live"'],
    ['a group without versions', ['--model', 'other'], 'SageMaker has no lineage of it'],
    ['a dataset that is not deployed', ['--dataset', 'clinical-notes'], 'deploy ai-models first'],
  ])('refuses %s', async (_what, args, why) => {
    expect((await show(...args)).stderr).toContain(why);
  });
});
