import { sagemaker } from '../../emulator/services/sagemaker';
import type { Moto } from '../../emulator/world';
import { invoke } from './calls';
import { type FakeWorld, fakeWorld } from './world';

/** Where the lineage of these tests is. */
export const home = { account: '222222222222', region: 'eu-central-1' } as const;

/** The ARN of something of SageMaker's at home. */
export const sagemakerArn = (path: string): string => `arn:aws:sagemaker:${home.region}:${home.account}:${path}`;

/** The emulated SageMaker with a job that has run: SageMaker made its trial component. */
export const trialComponent = sagemakerArn('experiment-trial-component/train-1-aws-training-job');

/** A SageMaker to ask, and short ways to put things into its lineage. */
export interface LineageWorld {
  readonly world: FakeWorld;
  readonly service: ReturnType<typeof sagemaker>;
  /** Calls an operation at home. */
  ask(operation: string, input?: object): ReturnType<typeof invoke>;
  /** Creates an artifact and answers its ARN. */
  artifact(SourceUri: string, ArtifactType?: string, more?: object): Promise<string>;
  /** Creates a context and answers its ARN. */
  context(ContextName: string, ContextType: string, SourceUri?: string): Promise<string>;
  associate(SourceArn: string, DestinationArn: string, AssociationType?: string): ReturnType<typeof invoke>;
}

/** A SageMaker without lineage, in which only the training job `train-1` has run. */
export function lineageWorld(): LineageWorld {
  const world = fakeWorld({ moto });
  const service = sagemaker(world);
  const ask: LineageWorld['ask'] = (operation, input = {}) => invoke(service, operation, input, home);
  return {
    world,
    service,
    ask,
    artifact: async (SourceUri, ArtifactType = 'DataSet', more = {}) =>
      (await ask('CreateArtifact', { Source: { SourceUri }, ArtifactType, ...more })).ArtifactArn,
    context: async (ContextName, ContextType, SourceUri = 'https://example.com') =>
      (await ask('CreateContext', { ContextName, ContextType, Source: { SourceUri } })).ContextArn,
    associate: (SourceArn, DestinationArn, AssociationType) =>
      ask('AddAssociation', { SourceArn, DestinationArn, AssociationType }),
  };
}

/** moto keeps trial components; whatever else it is asked, it does. */
function moto({ service, headers = {}, body = '' }: Parameters<Moto['request']>[0]): { status: number; body: string } {
  if (service !== 'sagemaker') return { status: 200, body: '' };
  const known =
    headers['x-amz-target'] === 'SageMaker.DescribeTrialComponent' &&
    JSON.parse(body).TrialComponentName === trialComponent.split('/').at(-1);
  return known
    ? { status: 200, body: JSON.stringify({ Source: { SourceType: 'SageMakerTrainingJob' } }) }
    : { status: 400, body: '{"__type":"ResourceNotFound"}' };
}
