import { notImplemented } from '../../gateway/passthrough';
import type { QueryService } from '../../gateway/router';
import type { Handler, Service } from '../../toolkit/call';
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
        const handle = handlerOf(services[service], operation);
        if (!handle) throw notImplemented(service, operation);
        return handle({ account, region, service, operation, input });
      },
  });
  world.organization.onLeave((account) => stacks.forget(account));
  return {
    protocol: 'query',
    name: 'cloudformation',
    operations: {
      CreateStack: (call) => stacks.create(call),
      UpdateStack: (call) => stacks.update(call),
      DeleteStack: (call) => stacks.delete(call),
      DescribeStacks: (call) => ({ Stacks: [stacks.find(call).describe()] }),
      DescribeStackEvents: (call) => ({ StackEvents: stacks.find(call).events }),
      GetTemplate: (call) => ({ TemplateBody: stacks.find(call).wish.body, StagesAvailable: ['Original'] }),
    },
    leftovers: () =>
      stacks
        .list()
        .map(({ account, region, name }) => ({ account, resource: `${region} cloudformation-stack ${name}` })),
  };
}

function handlerOf(service: Service | undefined, operation: string): Handler | undefined {
  if (service?.protocol === 'json') return service.operations[operation];
  return service?.routes.find((route) => route.operation === operation)?.handle;
}
