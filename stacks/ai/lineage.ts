import { CloudformationStack } from '@cdktf/provider-aws/lib/cloudformation-stack';
import type { Construct } from 'constructs';
import { LandingZoneStack } from '../kernel/landing-zone-stack';
import { Part } from '../kernel/part';
import type { AiContext } from './context';

export type LineageProps = Pick<AiContext, 'account' | 'training'>;

/**
 * An artifact for each dataset and a context for each project, each in a CloudFormation stack of its own: what one is refused for rolls
 * no other back. Associations have no CloudFormation type: `npm run lineage -- record` adds them.
 */
export class Lineage extends Part {
  constructor(scope: Construct, id: string, { account, training }: LineageProps) {
    super(scope, id);
    const { lineage, dataClassification } = account.ai;
    const datasets = (lineage?.datasets ?? []).filter(({ artifact }) => artifact === 'create');
    for (const { name, prefix, description, classification = dataClassification } of datasets) {
      const Properties = {
        ArtifactName: name,
        // The type that SageMaker gives to the channels of a training job.
        ArtifactType: 'DataSet',
        Source: { SourceUri: `s3://${training.name}/${prefix}` },
        Properties: { description, 'data-classification': classification },
      };
      const tags = { 'data-classification': classification };
      this.record(`dataset-${name}`, { Type: 'AWS::SageMaker::Artifact', Properties }, tags);
    }
    for (const { name, description, page } of lineage?.projects ?? []) {
      const Source = { SourceUri: page };
      const Properties = { ContextName: name, ContextType: 'Project', Description: description, Source };
      this.record(`project-${name}`, { Type: 'AWS::SageMaker::Context', Properties });
    }
  }

  private record(name: string, entity: object, tags: Readonly<Record<string, string>> = {}): void {
    const { zone, here, protection } = LandingZoneStack.of(this);
    new CloudformationStack(this, `lineage-${name}`, {
      ...here.home,
      name: `${zone.name}-lineage-${name}`,
      templateBody: JSON.stringify({
        AWSTemplateFormatVersion: '2010-09-09',
        Resources: { Entity: { ...entity, ...(protection.on && keptByCloudFormation) } },
      }),
      // CloudFormation hands the tags of a stack on to what is in it.
      tags,
    });
  }
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
