import type { Asked } from '../../cli/audit/parameters';
import { answer, models, people, picked, research } from '../support/audited';

const pipeline = `arn:aws:sts::${models}:assumed-role/deployment-pipeline/build-118`;
const trail = 'acme-ai-ai-data-events';

describe('guardrail-and-logging-changes', () => {
  it('names each change of a guardrail, of invocation logging and of a trail, refused ones too, and no look at them', async () => {
    const changes = (asked?: Partial<Asked>) => answer('guardrail-and-logging-changes', asked);
    expect(picked(await changes(), 'event', 'subject', 'outcome', 'who')).toEqual([
      ['CreateGuardrail', 'patients', 'done', pipeline],
      ['UpdateGuardrail', 'gr1', 'done', people.dana],
      ['DeleteGuardrail', 'gr1', 'AccessDeniedException', people.dana],
      ['PutModelInvocationLoggingConfiguration', 'acme-ai-prompts-444455556666', 'done', pipeline],
      ['DeleteModelInvocationLoggingConfiguration', null, 'done', people.dana],
      ['StopLogging', `arn:aws:cloudtrail:eu-central-1:${models}:trail/${trail}`, 'AccessDenied', people.dana],
      ['PutEventSelectors', trail, 'done', pipeline],
      ['PutEnforcedGuardrailConfiguration', 'gr9', 'done', people.lee],
    ]);
    expect(picked(await changes({ accountId: research }), 'subject')).toEqual([['gr9']]);
  });
});

describe('training-data-reads', () => {
  const reads = (asked?: Partial<Asked>) => answer('training-data-reads', asked);

  it('counts what was read or copied by a role that no training job has, and by AWS', async () => {
    const bucket = `acme-ai-data-training-${models}`;
    expect(picked(await reads(), 'day', 'bucket', 'who', 'reads', 'objects')).toEqual([
      ['2026-03-02', bucket, people.dana, 3, 2],
      ['2026-03-03', bucket, pipeline, 1, 1],
      ['2026-03-04', bucket, `arn:aws:sts::${models}:assumed-role/AWSServiceRoleForAmazonMacie/macie`, 1, 1],
    ]);
    expect((await reads())[0]).toMatchObject({ first_read: '2026-03-02T09:00:00Z', last_read: '2026-03-02T09:02:00Z' });
  });

  it('knows the jobs of the 90 days before the period, and of the same account', async () => {
    const training = `arn:aws:sts::${models}:assumed-role/triage-training/SageMaker`;
    expect(picked(await reads({ since: '2026-04-15', until: '2026-05-31' }), 'who')).toEqual([]);
    expect(picked(await reads({ since: '2026-05-10', until: '2026-05-31' }), 'who')).toEqual([[training]]);
    expect(await reads({ accountId: research })).toEqual([]);
  });
});

describe('root-use', () => {
  it('names what root did, and who opened a root session of which account; nothing that AWS does by itself', async () => {
    const root = (asked?: Partial<Asked>) => answer('root-use', asked);
    const management = 'arn:aws:iam::111122223333:root';
    expect(picked(await root(), 'event', 'outcome', 'mfa', 'target', 'who')).toEqual([
      ['ConsoleLogin', 'Failed authentication', 'No', null, management],
      ['ConsoleLogin', 'Success', 'Yes', null, management],
      ['CreateAccessKey', 'done', 'true', null, management],
      [
        'AssumeRoot',
        'done',
        'false',
        models,
        'arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_BreakGlass_0f1e2d3c4b5a6978/sam@example.com',
      ],
      ['DeleteBucketPolicy', 'done', 'false', null, `arn:aws:iam::${models}:root`],
    ]);
  });
});
