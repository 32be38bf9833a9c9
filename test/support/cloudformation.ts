import { cloudformation } from '../../emulator/services/cloudformation';
import { sagemaker } from '../../emulator/services/sagemaker';
import type { Json } from '../../emulator/toolkit/untyped';
import { invoke } from './calls';
import { motoWith } from './moto-with';
import { callOf, type FakeWorld, fakeWorld, MANAGEMENT } from './world';

/** A key that exists in the fake moto. */
export const KEY = `arn:aws:kms:us-east-1:${MANAGEMENT}:key/data`;

/** CloudFormation over SageMaker, in one account and region. */
export interface CloudFormationWorld {
  readonly world: FakeWorld;
  readonly service: ReturnType<typeof cloudformation>;
  /** Calls CloudFormation. */
  call(operation: string, input: Json, account?: string): Promise<Json>;
  /** Calls SageMaker. */
  readonly models: ReturnType<typeof callOf>;
  /** Statuses of a stack's events, oldest first: `ModelCard CREATE_COMPLETE`. */
  history(stack: string): Promise<string[]>;
}

export function cloudFormationWorld(): CloudFormationWorld {
  const world = fakeWorld({ moto: motoWith({ keys: { [KEY]: { policy: {} } } }) });
  const registry = sagemaker(world);
  const service = cloudformation(world, { sagemaker: registry });
  const call: CloudFormationWorld['call'] = (operation, input, account = MANAGEMENT) =>
    invoke(service, operation, input, { account, region: 'us-east-1' });
  const history = async (StackName: string) => {
    const { StackEvents } = await call('DescribeStackEvents', { StackName });
    return StackEvents.map((event: Json) => `${event.LogicalResourceId} ${event.ResourceStatus}`).reverse();
  };
  return { world, service, call, models: callOf(registry), history };
}

/** A resource of a template with a model card. */
export const cardResource = (change: object = {}, attributes: object = {}): Json => ({
  Type: 'AWS::SageMaker::ModelCard',
  Properties: {
    ModelCardName: 'triage',
    ModelCardStatus: 'Draft',
    Content: { ModelOverview: { ModelOwner: 'Patient intake' } },
    ...change,
  },
  ...attributes,
});

/** The body of a template with these resources. */
export const template = (Resources: Json, more: object = {}): string => JSON.stringify({ Resources, ...more });
