import { CloudformationStack } from '@cdktf/provider-aws/lib/cloudformation-stack';
import type { AiContext } from './context';

/**
 * Makes an artifact for each dataset and a context for each project, each in a CloudFormation stack of its own: what one is refused
 * for rolls no other back. Associations have no CloudFormation type: `npm run lineage -- record` adds them.
 */
export function makeLineage({ stack, zone, account, here, training }: AiContext): void {
  const { lineage, dataClassification } = account.ai;
  const make = (kind: string, name: string, resource: object, tags: Readonly<Record<string, string>> = {}) =>
    new CloudformationStack(stack, `lineage-${kind}-${name}`, {
      ...here.home,
      name: `${zone.name}-lineage-${kind}-${name}`,
      templateBody: JSON.stringify({
        AWSTemplateFormatVersion: '2010-09-09',
        Resources: { Entity: { ...resource, ...(zone.protection === 'on' && keptByCloudFormation) } },
      }),
      // CloudFormation hands the tags of a stack on to what is in it.
      tags,
    });
  for (const { name, prefix, description, classification = dataClassification, artifact } of lineage?.datasets ?? [])
    if (artifact === 'create')
      make(
        'dataset',
        name,
        {
          Type: 'AWS::SageMaker::Artifact',
          Properties: {
            ArtifactName: name,
            // The type that SageMaker gives to the channels of a training job.
            ArtifactType: 'DataSet',
            Source: { SourceUri: `s3://${training.bucket.bucket}/${prefix}` },
            Properties: { description, 'data-classification': classification },
          },
        },
        { 'data-classification': classification },
      );
  for (const { name, description, page } of lineage?.projects ?? [])
    make('project', name, {
      Type: 'AWS::SageMaker::Context',
      Properties: { ContextName: name, ContextType: 'Project', Description: description, Source: { SourceUri: page } },
    });
}

/**
 * CloudFormation overlooks a change of these policies that comes alone, and says "No updates are to be performed"; the metadata
 * comes and goes with them.
 */
const keptByCloudFormation = {
  DeletionPolicy: 'Retain',
  UpdateReplacePolicy: 'Retain',
  Metadata: { Kept: 'What a model was trained on stays on record when the dataset is gone' },
};
