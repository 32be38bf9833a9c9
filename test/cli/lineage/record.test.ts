import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { datasetArtifact, lineageCommand } from '../../support/lineage-command';
import { endpoint, type LineageGateway, startLineageGateway, trainingJob } from '../../support/lineage-gateway';
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

const record = (...args: string[]) =>
  lineageCommand(['record', '--account', 'models', '--account-id', home.account, ...args]);
const version3 = ['--model', 'triage', '--version', '3'];
const edges = async () =>
  (await gateway.ask('ListAssociations', { MaxResults: 100 })).AssociationSummaries.toReversed();
const writes = () => gateway.calls.filter((call) => /^(Create|Add|Update|Delete)/.test(call));

describe('lineage record', () => {
  it('connects a dataset with the model, and the model with its endpoint', async () => {
    const notes = await datasetArtifact(gateway, 'notes');
    const { text } = await record('--dataset', 'clinical-notes', ...version3, '--endpoint', endpoint.name);

    const [model, live] = [
      (await gateway.ask('ListArtifacts', { SourceUri: sagemakerArn('model-package/triage/3') })).ArtifactSummaries[0],
      (await gateway.ask('ListContexts', { SourceUri: endpoint.arn })).ContextSummaries[0],
    ];
    expect(model.ArtifactType).toBe('Model');
    expect(live.ContextType).toBe('Endpoint');
    expect(await edges()).toEqual([
      { SourceArn: notes, DestinationArn: model.ArtifactArn, AssociationType: 'ContributedTo' },
      { SourceArn: model.ArtifactArn, DestinationArn: live.ContextArn, AssociationType: 'AssociatedWith' },
    ]);
    expect(text.split('\n')).toEqual([
      'unchanged         dataset:clinical-notes',
      'recorded          model:triage/3',
      `recorded          endpoint:${endpoint.name}`,
      'recorded          dataset:clinical-notes -> model:triage/3 (ContributedTo)',
      `recorded          model:triage/3 -> endpoint:${endpoint.name} (AssociatedWith)`,
      '',
    ]);
  });

  it('changes nothing when it is run twice', async () => {
    await datasetArtifact(gateway, 'notes');
    const args = ['--dataset', 'clinical-notes', '--training-job', trainingJob, ...version3];
    await record(...args);
    const leftovers = gateway.service.leftovers();
    gateway.calls.length = 0;
    const { text } = await record(...args);

    expect(writes()).toEqual([]);
    expect(gateway.service.leftovers()).toEqual(leftovers);
    expect(
      text
        .trimEnd()
        .split('\n')
        .every((line) => line.startsWith('unchanged ')),
    ).toBe(true);
  });

  it('puts the training job between data and model, by the trial component that SageMaker made', async () => {
    const notes = await datasetArtifact(gateway, 'notes');
    await record('--dataset', 'clinical-notes', '--training-job', trainingJob, ...version3);
    expect(await edges()).toEqual([
      { SourceArn: notes, DestinationArn: trialComponent, AssociationType: 'ContributedTo' },
      { SourceArn: trialComponent, DestinationArn: expect.any(String), AssociationType: 'Produced' },
    ]);
  });

  it('finds what SageMaker recorded by itself, and does not double it', async () => {
    // SageMaker writes the folder down as the job names it.
    const notes = await datasetArtifact(gateway, 'notes/');
    const model = await gateway.artifact(sagemakerArn('model-package/triage/3'), 'Model');
    await gateway.context('triage-live-aws-endpoint', 'Endpoint', endpoint.arn);
    await gateway.associate(notes, model, 'ContributedTo');
    gateway.calls.length = 0;
    await record('--dataset', 'clinical-notes', ...version3, '--endpoint', endpoint.name);
    expect(writes()).toEqual([`AddAssociation ${home.account} ${home.region}`]);
  });

  it('leaves an association of another type as it is, and says so', async () => {
    const notes = await datasetArtifact(gateway, 'notes');
    const model = await gateway.artifact(sagemakerArn('model-package/triage/3'), 'Model');
    await gateway.associate(notes, model, 'AssociatedWith');
    const { text } = await record('--dataset', 'clinical-notes', ...version3);
    expect(text).toContain('unchanged         dataset:clinical-notes -> model:triage/3 (AssociatedWith)');
  });

  it('makes an artifact of an S3 URI that nobody declared, once under either spelling', async () => {
    await record('--dataset', 's3://elsewhere/notes', '--dataset', 's3://elsewhere/notes/', ...version3);
    const { ArtifactSummaries } = await gateway.ask('ListArtifacts', { ArtifactType: 'DataSet' });
    expect(ArtifactSummaries.map(({ Source }: { Source: object }) => Source)).toEqual([
      { SourceUri: 's3://elsewhere/notes' },
    ]);
    expect(await edges()).toHaveLength(1);
  });

  it('says what it would record, and writes nothing, on a dry run', async () => {
    await datasetArtifact(gateway, 'notes');
    gateway.calls.length = 0;
    const { text } = await record('--dataset', 'clinical-notes', ...version3, '--dry-run');
    expect(writes()).toEqual([]);
    expect(text).toContain('would be recorded dataset:clinical-notes -> model:triage/3 (ContributedTo)');
  });

  it('records what the account declares of its datasets and projects', async () => {
    const [notes, clean, raw] = [
      await datasetArtifact(gateway, 'notes'),
      await datasetArtifact(gateway, 'clean'),
      await datasetArtifact(gateway, 'raw'),
    ];
    const project = await gateway.context('referral-triage', 'Project', 'https://example.com/triage');
    await record('--declared');
    expect(await edges()).toEqual([
      { SourceArn: notes, DestinationArn: clean, AssociationType: 'DerivedFrom' },
      { SourceArn: raw, DestinationArn: clean, AssociationType: 'DerivedFrom' },
      { SourceArn: clean, DestinationArn: project, AssociationType: 'AssociatedWith' },
    ]);
  });

  it('makes the artifact of a dataset that SageMaker was to have made', async () => {
    await record('--dataset', 'raw-notes', ...version3);
    const { ArtifactSummaries } = await gateway.ask('ListArtifacts', { ArtifactType: 'DataSet' });
    expect(ArtifactSummaries).toEqual([expect.objectContaining({ ArtifactName: 'raw-notes' })]);
  });

  it('works in the account of the model, as its deploy role, in the region that it is told', async () => {
    expect((await record('--dataset', 'clinical-notes', ...version3, '--region', 'eu-west-1')).stderr).toContain(
      'model-package/triage/3',
    );
    expect(new Set(gateway.calls.map((call) => call.split(' ').slice(1).join(' ')))).toEqual(
      new Set([`${home.account} eu-west-1`]),
    );
  });

  it('takes edges out of a file, with the type that stands there', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'lineage-'));
    try {
      const file = join(folder, 'lineage.json');
      const edge = { from: 'model:triage/1', to: 'model:triage/2' };
      writeFileSync(
        file,
        JSON.stringify({
          edges: [edge, edge, { from: 'model:triage/2', to: 'model:triage/3', type: 'ContributedTo' }],
        }),
      );
      await record('--file', file);
      expect((await edges()).map(({ AssociationType }: { AssociationType: string }) => AssociationType)).toEqual([
        'DerivedFrom',
        'ContributedTo',
      ]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('lineage record refuses, before it writes anything,', () => {
  afterEach(() => expect(gateway.service.leftovers()).toEqual([]));

  it('everything that SageMaker does not know, at once', async () => {
    const job = sagemakerArn('training-job/train-9');
    const { stderr: message } = await record(
      '--dataset',
      'clinical-notes',
      '--dataset',
      'clinical-note',
      '--training-job',
      job,
      '--model',
      'triage',
      '--version',
      '9',
      '--endpoint',
      'live',
    );
    expect(message).toContain('The request has 5 problems; nothing was done.');
    expect(message).toContain(
      `dataset is "clinical-notes"\n  rule: is in the account's file and not in SageMaker\n  fix:  deploy ai-models first`,
    );
    expect(message).toContain(
      'dataset is "clinical-note"\n  rule: is not a dataset of accounts/models.ts\n  fix:  did you mean \'clinical-notes\'?',
    );
    expect(message).toContain('SageMaker has no trial component of it');
    expect(message).toContain('model-package/triage/9 does not exist');
    expect(message).toContain('Could not find endpoint "live"');
  });

  it('a project that is not deployed', async () => {
    for (const prefix of ['notes', 'clean', 'raw']) await datasetArtifact(gateway, prefix);
    expect((await record('--declared')).stderr).toContain('project is "referral-triage"');
    for (const { ArtifactArn } of (await gateway.ask('ListArtifacts')).ArtifactSummaries)
      await gateway.ask('DeleteArtifact', { ArtifactArn });
  });
});
