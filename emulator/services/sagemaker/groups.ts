import { Store } from '../../toolkit/store';
import type { Call, Handler, Json } from '../../toolkit/untyped';
import { CREATED, entityName, invalid } from './errors';
import type { Tags } from './tags';

interface Group {
  readonly name: string;
  readonly arn: string;
  readonly description: string | undefined;
  policy: string | undefined;
}

/** `PolicyString` of the API's model. */
const POLICY_CHARACTERS = 20_480;

/** Model package groups with their resource policies. */
export class ModelPackageGroups {
  private readonly groups = new Store<Group>();

  readonly operations: Readonly<Record<string, Handler>> = {
    CreateModelPackageGroup: (call) => this.create(call),
    DescribeModelPackageGroup: (call) => summary(this.find(call)),
    ListModelPackageGroups: ({ account, region }) => ({
      ModelPackageGroupSummaryList: this.groups.list(account, region).map(summary),
    }),
    DeleteModelPackageGroup: (call) => {
      const { arn, name } = this.find(call);
      this.groups.delete(call.account, call.region, name);
      this.tags.delete(arn);
      return {};
    },
    PutModelPackageGroupPolicy: (call) => {
      const group = this.find(call);
      group.policy = resourcePolicy(call.input.ResourcePolicy, group);
      return { ModelPackageGroupArn: group.arn };
    },
    GetModelPackageGroupPolicy: (call) => {
      const { policy, name } = this.find(call);
      if (policy === undefined) throw invalid(`Cannot find Model Package Group Policy for ${name}.`);
      return { ResourcePolicy: policy };
    },
    DeleteModelPackageGroupPolicy: (call) => {
      this.find(call).policy = undefined;
      return {};
    },
  };

  constructor(private readonly tags: Tags) {}

  leftovers(): { readonly account: string; readonly resource: string }[] {
    return this.groups
      .entries()
      .map(([[account = '', region, name]]) => ({ account, resource: `${region} model-package-group ${name}` }));
  }

  /** Everything of an account that is closed. */
  forget(account: string): void {
    for (const [[owner = '', region = '', name = '']] of this.groups.entries())
      if (owner === account) this.groups.delete(owner, region, name);
  }

  private create({ account, region, input }: Call): Json {
    const name = entityName(input.ModelPackageGroupName);
    if (this.groups.get(account, region, name)) throw invalid(`Model Package Group already exists: ${name}`);
    const arn = `arn:aws:sagemaker:${region}:${account}:model-package-group/${name}`;
    const description = input.ModelPackageGroupDescription;
    this.groups.set({ name, arn, description, policy: undefined }, account, region, name);
    this.tags.create(arn, input.Tags);
    return { ModelPackageGroupArn: arn };
  }

  /** By name or by ARN. */
  private find({ account, region, input }: Call): Group {
    const name = String(input.ModelPackageGroupName).split('/').at(-1) ?? '';
    const group = this.groups.get(account, region, name);
    if (!group) throw invalid(`ModelPackageGroup ${name} does not exist.`);
    return group;
  }
}

function resourcePolicy(text: string, { name, arn }: Group): string {
  if (text.length > POLICY_CHARACTERS)
    throw invalid(
      `Value at 'resourcePolicy' failed to satisfy constraint: Member must have length less than or equal to ${POLICY_CHARACTERS}`,
    );
  const versions = `${arn.replace(':model-package-group/', ':model-package/')}/`;
  for (const { Principal, Resource } of statementsOf(text)) {
    if (Principal === undefined) throw invalid('Invalid resource policy: a statement has no principal.');
    for (const resource of [Resource].flat())
      if (resource !== arn && !String(resource).startsWith(versions))
        throw invalid(`Invalid resource policy: ${resource} does not belong to the model package group ${name}.`);
  }
  return text;
}

function statementsOf(text: string): Json[] {
  try {
    return [JSON.parse(text).Statement].flat();
  } catch {
    throw invalid('Invalid resource policy: it is not valid JSON.');
  }
}

const summary = ({ name, arn, description }: Group): Json => ({
  ModelPackageGroupName: name,
  ModelPackageGroupArn: arn,
  ...(description !== undefined && { ModelPackageGroupDescription: description }),
  ModelPackageGroupStatus: 'Completed',
  CreationTime: CREATED,
  CreatedBy: {},
});
