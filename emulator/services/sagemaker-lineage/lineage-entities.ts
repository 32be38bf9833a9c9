import { notFound } from '../sagemaker/errors';
import type { At, EntityKind, LineageState } from './state';

/** An end of an association, as QueryLineage shows it. */
export interface Vertex {
  readonly arn: string;
  readonly type: string;
  readonly lineageType: EntityKind | 'TrialComponent';
}

/** Whatever an association may begin or end at: entities, and the trial components of jobs, which moto keeps. */
export class LineageEntities {
  constructor(private readonly state: LineageState) {}

  /** @throws AwsError where nothing in the account and region has the ARN */
  async find(at: At, arn: string): Promise<Vertex> {
    const [, kind = ''] = /^arn:aws:sagemaker:[\w-]+:\d{12}:([\w-]+)\/.+$/.exec(arn) ?? [];
    const own = kinds[kind];
    if (own) return { arn, type: this.state.find(at, own, arn).type, lineageType: own };
    const type = kind === 'experiment-trial-component' ? await this.tryTrialComponent(at, arn) : undefined;
    if (type === undefined) throw notFound(`Lineage entity '${arn}' does not exist.`);
    return { arn, type, lineageType: 'TrialComponent' };
  }

  /** The type of a trial component, or undefined where moto has none of that name. */
  private async tryTrialComponent({ account, region }: At, arn: string): Promise<string | undefined> {
    const { status, body } = await this.state.world.moto.request({
      account,
      region,
      service: 'sagemaker',
      method: 'POST',
      headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': 'SageMaker.DescribeTrialComponent' },
      body: JSON.stringify({ TrialComponentName: arn.split('/').at(-1) }),
    });
    if (status !== 200) return undefined;
    const { Source } = JSON.parse(body) as { Source?: { SourceType?: string } };
    return (Source?.SourceType ?? 'TrialComponent').replace(/^SageMaker/, '');
  }
}

const kinds: Readonly<Record<string, EntityKind>> = { artifact: 'Artifact', context: 'Context', action: 'Action' };
