import { CloudformationStack } from '@cdktf/provider-aws/lib/cloudformation-stack';
import type { Construct } from 'constructs';
import { datasetId, projectId } from '../../schema/forms/ai/lineage';
import { LandingZoneStack } from '../kernel/landing-zone-stack';
import { Part } from '../kernel/part';
import { wholeOrNothing } from '../parts/whole-or-nothing';
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
    for (const dataset of datasets) {
      const { name, prefix, description, classification = dataClassification } = dataset;
      const Properties = {
        ArtifactName: name,
        // The type that SageMaker gives to the channels of a training job.
        ArtifactType: 'DataSet',
        Source: { SourceUri: `s3://${training.name}/${prefix}` },
        Properties: { description, 'data-classification': classification },
      };
      const tags = { 'data-classification': classification };
      this.record(datasetId(dataset), { Type: 'AWS::SageMaker::Artifact', Properties }, tags);
    }
    for (const project of lineage?.projects ?? []) {
      const { name, description, page } = project;
      const Source = { SourceUri: page };
      const Properties = { ContextName: name, ContextType: 'Project', Description: description, Source };
      this.record(projectId(project), { Type: 'AWS::SageMaker::Context', Properties });
    }
  }

  /** What a model was trained on stays on record when its line is gone: the stack is protected, and taken up when the line comes back. */
  private record(id: string, entity: object, tags: Readonly<Record<string, string>> = {}): void {
    const { zone, here, protection } = LandingZoneStack.of(this);
    new CloudformationStack(this, id, {
      ...here.home,
      name: `${zone.name}-${id}`,
      templateBody: JSON.stringify({ AWSTemplateFormatVersion: '2010-09-09', Resources: { Entity: entity } }),
      // CloudFormation hands the tags of a stack on to what is in it.
      tags,
      ...wholeOrNothing(protection),
    });
  }
}
