import { AwsError, type Call, type Handler, type Json, type Service } from '../call';
import { type Inventory, Store, type World } from '../world';

interface Group {
  readonly name: string;
  readonly arn: string;
  readonly description: string | undefined;
  policy: string | undefined;
}

const CREATED = 1_735_689_600;

/** The model registry's groups, which moto can create but not delete; moto answers the rest of SageMaker. */
export function sagemaker(world: World): Service & Inventory {
  const groups = new Store<Group>();
  const tags = new Map<string, Map<string, string>>();
  const nameIn = ({ input }: Call): string => String(input.ModelPackageGroupName).split('/').at(-1) ?? '';
  const find = (call: Call): Group => {
    const group = groups.get(call.account, call.region, nameIn(call));
    if (!group) throw invalid(`ModelPackageGroup ${nameIn(call)} does not exist.`);
    return group;
  };
  const tagsOf = (arn: string): Map<string, string> => {
    const known = tags.get(arn);
    if (!known) throw invalid(`Resource ${arn} does not exist.`);
    return known;
  };
  const tagged = (arn: string): Json => ({ Tags: [...tagsOf(arn)].map(([Key, Value]) => ({ Key, Value })) });

  const groupOperations: Record<string, Handler> = {
    CreateModelPackageGroup: (call) => {
      const { account, region, input } = call;
      const name = nameIn(call);
      if (!/^[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}$/.test(name))
        throw invalid(`'${name}' is no name of a model package group.`);
      if (groups.get(account, region, name)) throw invalid(`Model Package Group already exists: ${name}`);
      const arn = `arn:aws:sagemaker:${region}:${account}:model-package-group/${name}`;
      const description = input.ModelPackageGroupDescription;
      groups.set({ name, arn, description, policy: undefined }, account, region, name);
      tags.set(arn, new Map((input.Tags ?? []).map(({ Key, Value }: Json) => [Key, Value])));
      return { ModelPackageGroupArn: arn };
    },
    DescribeModelPackageGroup: (call) => summary(find(call)),
    ListModelPackageGroups: ({ account, region }) => ({
      ModelPackageGroupSummaryList: groups.list(account, region).map(summary),
    }),
    DeleteModelPackageGroup: (call) => {
      const { arn, name } = find(call);
      groups.delete(call.account, call.region, name);
      tags.delete(arn);
      return {};
    },
  };
  const policyOperations: Record<string, Handler> = {
    PutModelPackageGroupPolicy: (call) => {
      const group = find(call);
      group.policy = call.input.ResourcePolicy;
      return { ModelPackageGroupArn: group.arn };
    },
    GetModelPackageGroupPolicy: (call) => {
      const { policy, name } = find(call);
      if (policy === undefined) throw invalid(`Cannot find Model Package Group Policy for ${name}.`);
      return { ResourcePolicy: policy };
    },
    DeleteModelPackageGroupPolicy: (call) => {
      find(call).policy = undefined;
      return {};
    },
  };
  const tagOperations: Record<string, Handler> = {
    ListTags: (call) => tagged(call.input.ResourceArn),
    AddTags: ({ input }) => {
      for (const { Key, Value } of input.Tags) tagsOf(input.ResourceArn).set(Key, Value);
      return tagged(input.ResourceArn);
    },
    DeleteTags: ({ input }) => {
      for (const key of input.TagKeys) tagsOf(input.ResourceArn).delete(key);
      return {};
    },
  };

  world.organization.onLeave((account) => {
    for (const [[owner = '', region = '', name = '']] of groups.entries())
      if (owner === account) groups.delete(owner, region, name);
  });
  return {
    protocol: 'json',
    name: 'sagemaker',
    operations: { ...groupOperations, ...policyOperations, ...tagOperations },
    leftovers: () =>
      groups
        .entries()
        .map(([[account = '', region, name]]) => ({ account, resource: `${region} model-package-group ${name}` })),
  };
}

const invalid = (message: string): AwsError => new AwsError('ValidationException', message);

const summary = ({ name, arn, description }: Group): Json => ({
  ModelPackageGroupName: name,
  ModelPackageGroupArn: arn,
  ...(description !== undefined && { ModelPackageGroupDescription: description }),
  ModelPackageGroupStatus: 'Completed',
  CreationTime: CREATED,
  CreatedBy: {},
});
