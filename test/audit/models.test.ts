import type { Asked } from '../../cli/audit/parameters';
import { answer, models, people, picked, research } from '../support/audited';

const version = (number: number) =>
  `arn:aws:sagemaker:eu-central-1:${models}:model-package/triage-classifier/${number}`;
const pipeline = `arn:aws:sts::${models}:assumed-role/deployment-pipeline/build-118`;
const custom = `arn:aws:bedrock:eu-central-1:${models}:custom-model/amazon.nova-lite-v1:0/abc123`;

describe('model-deployments', () => {
  const deployments = (asked?: Partial<Asked>) => answer('model-deployments', asked);

  it('names each deployment that succeeded in the period, its model, what that is made of, and who did it', async () => {
    expect(picked(await deployments(), 'event', 'target', 'model', 'made_of', 'who')).toEqual([
      ['CreateEndpoint', 'triage', 'triage-7', version(7), pipeline],
      ['UpdateEndpoint', 'triage', 'triage-7', version(7), people.dana],
      [
        'UpdateEndpoint',
        'triage',
        'triage-8',
        's3://acme-ai-data-models-444455556666/triage/8/model.tar.gz',
        people.dana,
      ],
      [
        'CreateInferenceComponent',
        'triage-small',
        'triage-8',
        's3://acme-ai-data-models-444455556666/triage/8/model.tar.gz',
        pipeline,
      ],
      ['CreateEndpoint', 'triage', null, null, people.lee],
      ['CreateProvisionedModelThroughput', 'letters', custom, null, people.dana],
      ['CreateCustomModelDeployment', 'letters-on-demand', custom, null, people.dana],
    ]);
  });

  it('says when, where, through which role and from which address', async () => {
    expect((await deployments())[0]).toMatchObject({
      time: '2026-03-02T10:00:00Z',
      account: models,
      region: 'eu-central-1',
      role: `arn:aws:iam::${models}:role/deployment-pipeline`,
      source_ip: '203.0.113.24',
    });
  });

  it('takes a configuration of one account for none of another', async () => {
    expect(picked(await deployments({ accountId: research }), 'account', 'target', 'model')).toEqual([
      [research, 'triage', null],
    ]);
  });

  it('takes the configuration that had the name at the time', async () => {
    const april = await deployments({ since: '2026-04-01', until: '2026-04-30' });
    expect(picked(april, 'target', 'model')).toEqual([['triage-late', 'triage-9']]);
    const february = await deployments({ since: '2026-02-01', until: '2026-02-28' });
    expect(picked(february, 'target', 'model')).toEqual([['triage-old', 'triage-7']]);
  });

  it('looks configurations and models up from 90 days before the period on', async () => {
    const spring = (since: string) => deployments({ since, until: '2026-05-31' });
    expect(picked(await spring('2026-05-01'), 'target', 'model')).toEqual([
      ['triage-spring', 'triage-7'],
      ['triage-spring', 'triage-8'],
    ]);
    expect(picked(await spring('2026-05-10'), 'target', 'model')).toEqual([['triage-spring', null]]);
  });
});

describe('model-approvals', () => {
  it('names each decision with who took it and why, and a version that was registered as approved', async () => {
    const approvals = (asked?: Partial<Asked>) => answer('model-approvals', asked);
    expect(picked(await approvals(), 'model_version', 'status', 'stage', 'reason', 'who')).toEqual([
      [version(7), 'Approved', null, 'Bias report of 1 March read', people.ravi],
      [version(6), 'Rejected', null, null, people.ravi],
      [version(9), 'Approved', null, null, pipeline],
      [version(9), 'Approved', 'Production', 'Change 118', people.ravi],
    ]);
  });
});

describe('model-card-changes', () => {
  it('names each change with the status that it gives the card, refused ones too', async () => {
    const changes = (asked?: Partial<Asked>) => answer('model-card-changes', asked);
    expect(picked(await changes(), 'event', 'model_card', 'status', 'outcome', 'who')).toEqual([
      [
        'CreateModelCard',
        'triage-classifier',
        'Draft',
        'done',
        `arn:aws:sts::${models}:assumed-role/deployment-pipeline/build-120`,
      ],
      ['UpdateModelCard', 'triage-classifier', 'Approved', 'done', people.ravi],
      ['UpdateModelCard', 'triage-classifier', 'Approved', 'AccessDeniedException', people.dana],
      ['CreateModelCardExportJob', 'triage-classifier', null, 'done', people.dana],
      ['DeleteModelCard', 'old', null, 'done', people.dana],
    ]);
  });
});
