import type { DescribeTrialComponentResponse, LineageType } from '@aws-sdk/client-sagemaker';
import type { Scope } from '../../toolkit/call';
import { jsonCall } from '../../toolkit/json-call';
import type { Shape } from '../sagemaker/api';
import { notFound } from '../sagemaker/errors';
import type { EntityKind, LineageState } from './state';

/** An end of an association, as QueryLineage shows it. */
export interface Vertex {
  readonly arn: string;
  readonly type: string;
  readonly lineageType: LineageType;
}

/**
 * Finds whatever an association may begin or end at: entities, and the trial components of jobs, which moto keeps.
 *
 * @throws AwsError where nothing in the account and region has the ARN
 */
export async function findVertex(state: LineageState, scope: Scope, arn = ''): Promise<Vertex> {
  const [, kind = ''] = /^arn:aws:sagemaker:[\w-]+:\d{12}:([\w-]+)\/.+$/.exec(arn) ?? [];
  const own = kinds[kind];
  if (own) return { arn, type: state.find(scope, own, arn).type, lineageType: own };
  const type = kind === 'experiment-trial-component' ? await tryTrialComponent(state, scope, arn) : undefined;
  if (type === undefined) throw notFound(`Lineage entity '${arn}' does not exist.`);
  return { arn, type, lineageType: 'TrialComponent' };
}

const kinds: Readonly<Record<string, EntityKind>> = { artifact: 'Artifact', context: 'Context', action: 'Action' };

/** The type of a trial component, or undefined where moto has none of that name. */
async function tryTrialComponent(
  { world }: LineageState,
  { account, region }: Scope,
  arn: string,
): Promise<string | undefined> {
  const { status, body } = await world.moto.request({
    account,
    region,
    service: 'sagemaker',
    ...jsonCall('SageMaker.DescribeTrialComponent', { TrialComponentName: arn.split('/').at(-1) }),
  });
  if (status !== 200) return undefined;
  const { Source }: Shape<DescribeTrialComponentResponse> = JSON.parse(body);
  return (Source?.SourceType ?? 'TrialComponent').replace(/^SageMaker/, '');
}
