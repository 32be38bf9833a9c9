import {
  DescribeActionCommand,
  DescribeArtifactCommand,
  DescribeContextCommand,
  DescribeTrialComponentCommand,
  type SageMakerClient,
  type Vertex,
} from '@aws-sdk/client-sagemaker';
import type { LineageNode } from './graph';

interface Description {
  readonly type?: string;
  readonly name?: string;
  readonly source?: string;
}

/** A vertex with the name and the source that QueryLineage leaves out. */
export async function describeVertex(
  client: SageMakerClient,
  { Arn = '', Type, LineageType }: Vertex,
): Promise<LineageNode> {
  const lineageType = LineageType ?? lineageTypeOf(Arn);
  const { type, name, source } = await describe(client, Arn, lineageType);
  return {
    arn: Arn,
    lineageType,
    type: Type ?? type ?? lineageType,
    name: shortName(source) ?? name ?? folderOf(source) ?? Arn.split('/').at(-1) ?? Arn,
    ...(source !== undefined && { source }),
  };
}

const lineageTypeOf = (arn: string): string =>
  ({ artifact: 'Artifact', context: 'Context', action: 'Action' })[arn.split(/[:/]/)[5] ?? ''] ?? 'TrialComponent';

async function describe(client: SageMakerClient, arn: string, lineageType: string): Promise<Description> {
  switch (lineageType) {
    case 'Artifact': {
      const { ArtifactName, ArtifactType, Source } = await client.send(
        new DescribeArtifactCommand({ ArtifactArn: arn }),
      );
      return { name: ArtifactName, type: ArtifactType, source: Source?.SourceUri };
    }
    case 'Context': {
      const { ContextName, ContextType, Source } = await client.send(new DescribeContextCommand({ ContextName: arn }));
      return { name: ContextName, type: ContextType, source: Source?.SourceUri };
    }
    case 'Action': {
      const { ActionName, ActionType, Source } = await client.send(new DescribeActionCommand({ ActionName: arn }));
      return { name: ActionName, type: ActionType, source: Source?.SourceUri };
    }
    default: {
      const input = { TrialComponentName: arn };
      const { DisplayName, TrialComponentName, Source } = await client.send(new DescribeTrialComponentCommand(input));
      return { name: DisplayName ?? TrialComponentName, type: Source?.SourceType, source: Source?.SourceArn };
    }
  }
}

/** `triage-classifier/3` for a model package, `triage` for an endpoint: better than the names that SageMaker makes up. */
const shortName = (source: string | undefined): string | undefined =>
  /^arn:[^:]*:sagemaker:[^:]*:[^:]*:(?:model-package|endpoint|training-job|model-package-group)\/(.+)$/.exec(
    source ?? '',
  )?.[1];

/** `clinical-notes/2026` of `s3://bucket/clinical-notes/2026/`: what SageMaker records by itself has no name. */
const folderOf = (source: string | undefined): string | undefined => /^s3:\/\/[^/]+\/(.+?)\/?$/.exec(source ?? '')?.[1];
