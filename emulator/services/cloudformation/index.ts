import { notImplemented } from '../../toolkit/errors';
import { type QueryService, type Service, tryHandler } from '../../toolkit/service';
import type { Call } from '../../toolkit/untyped';
import type { Inventory, World } from '../../world';
import { resourceTypes } from './resource-types';
import { Stacks } from './stacks';

/** The emulated services that resources are made in, by signing name. */
export type ResourceServices = Readonly<Record<string, Service>>;

/** CloudFormation for the resource types that Terraform has none of. */
export function cloudformation(world: World, services: ResourceServices): QueryService & Inventory {
  const stacks = new Stacks(world, {
    types: resourceTypes,
    ask:
      ({ account, region }, { service }) =>
      async (operation, input) => {
        const resources = services[service];
        const handle = resources && tryHandler(resources, operation);
        if (!handle) throw notImplemented(service, operation);
        const root = `arn:aws:iam::${account}:root`;
        // A stack acts with its maker's rights, which nobody asks about here.
        const caller = { account, arn: root, userId: account, principal: root };
        return handle({ account, region, caller, service, operation, input });
      },
  });
  world.organization.onLeave((account) => stacks.forget(account));
  return {
    protocol: 'query',
    name: 'cloudformation',
    operations: {
      CreateStack: (call: Call) => stacks.create(call),
      UpdateStack: (call: Call) => stacks.update(call),
      DeleteStack: (call: Call) => stacks.delete(call),
      DescribeStacks: (call: Call) => ({ Stacks: [stacks.find(call).describe()] }),
      DescribeStackEvents: (call: Call) => ({ StackEvents: stacks.find(call).events }),
      GetTemplate: (call: Call) => ({ TemplateBody: stacks.find(call).wish.body, StagesAvailable: ['Original'] }),
    },
    leftovers: () =>
      stacks
        .list()
        .map(({ account, region, name }) => ({ account, resource: `${region} cloudformation-stack ${name}` })),
  };
}
