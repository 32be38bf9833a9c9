import { datasetUri } from '../../../cli/lineage/dataset-uri';
import { accountId, placeOf, reference, resource, resources, smallZone, synthOne } from '../../support/synth';

const stackWith = (protection: 'on' | 'off') => {
  const zone = smallZone({ protection }, ['models']);
  return { zone, stack: synthOne(zone, 'ai-models') };
};
const { zone, stack } = stackWith('on');
const stacks = resources(stack, 'aws_cloudformation_stack');
const lineage = Object.keys(stacks).filter((name) => name.startsWith('lineage-'));
const entity = (name: string, of = stack) =>
  JSON.parse(resource(of, 'aws_cloudformation_stack', name).template_body).Resources.Entity;

describe('the lineage of an account', () => {
  it('is a CloudFormation stack for each dataset and each project, but for what SageMaker made', () => {
    expect(lineage).toEqual([
      'lineage-dataset-clean-notes',
      'lineage-dataset-clinical-notes',
      'lineage-project-referral-triage',
    ]);
    for (const name of lineage) expect(placeOf(zone, stack, stacks[name] ?? {})).toBe('models/eu-central-1');
  });

  it('knows a dataset by its folder in the training bucket', () => {
    expect(entity('lineage-dataset-clean-notes')).toMatchObject({
      Type: 'AWS::SageMaker::Artifact',
      Properties: {
        ArtifactName: 'clean-notes',
        ArtifactType: 'DataSet',
        Source: { SourceUri: `s3://${reference('aws_s3_bucket.training-bucket.bucket')}/clean` },
        Properties: { description: 'Notes without names', 'data-classification': 'internal' },
      },
    });
  });

  it('names the folder that the command looks for', () => {
    const { bucket } = resource(stack, 'aws_s3_bucket', 'training-bucket');
    const account = { accountId: accountId('models') };
    expect(datasetUri(zone, account, 'clean')).toBe(`s3://${bucket}/clean`);
  });

  it('tags a dataset with its classification, or with that of the account', () => {
    const tags = (name: string) => resource(stack, 'aws_cloudformation_stack', name).tags;
    expect(tags('lineage-dataset-clean-notes')).toEqual({ 'data-classification': 'internal' });
    expect(tags('lineage-dataset-clinical-notes')).toEqual({ 'data-classification': 'confidential' });
    expect(entity('lineage-dataset-clinical-notes').Properties.Properties['data-classification']).toBe('confidential');
  });

  it('knows a project by its page', () => {
    expect(entity('lineage-project-referral-triage').Properties).toEqual({
      ContextName: 'referral-triage',
      ContextType: 'Project',
      Description: 'Sorts referrals by urgency',
      Source: { SourceUri: 'https://example.com/triage' },
    });
  });

  it('stays on record when its line in the file goes, unless everything is torn down', () => {
    const protects = (of: typeof stack, name: string) =>
      resource(of, 'aws_cloudformation_stack', name).lifecycle.prevent_destroy;
    const open = stackWith('off').stack;
    for (const name of lineage) expect([protects(stack, name), protects(open, name)]).toEqual([true, undefined]);
  });

  it('leaves nothing behind that could not be made, and is taken up without a replacement', () => {
    for (const name of lineage)
      expect(stacks[name]).toMatchObject({ on_failure: 'DELETE', lifecycle: { ignore_changes: ['on_failure'] } });
  });
});
