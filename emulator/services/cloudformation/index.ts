import { notImplemented } from '../../toolkit/errors';
import { type QueryService, type Service, tryHandler } from '../../toolkit/service';
import type { Inventory, World } from '../../world';
import type { DeploymentParts } from './deployment';
import { resourceTypes } from './resource-types';
import { stackOperations } from './stacks';
import { CloudFormationState } from './state';

/** The emulated services that resources are made in, by signing name. */
export type ResourceServices = Readonly<Record<string, Service>>;

/** CloudFormation for the resource types that Terraform has none of. */
export function cloudformation(world: World, services: ResourceServices): QueryService & Inventory {
  const state = new CloudFormationState(world, { types: resourceTypes, ask: askIn(services) });
  return {
    protocol: 'query',
    name: 'cloudformation',
    operations: stackOperations(state),
    leftovers: () =>
      state
        .list()
        .map(({ home, name }) => ({ account: home.account, resource: `${home.region} cloudformation-stack ${name}` })),
  };
}

/** A stack acts with its maker's rights, which nobody asks about here. */
const askIn =
  (services: ResourceServices): DeploymentParts['ask'] =>
  ({ home: { account, region } }, { service }) =>
  async (operation: string, input: object) => {
    const resources = services[service];
    const handle = resources && tryHandler(resources, operation);
    if (!handle) throw notImplemented(service, operation);
    const root = `arn:aws:iam::${account}:root`;
    const caller = { account, arn: root, userId: account, principal: root };
    // Here what a service answers takes the type that its SDK says.
    return handle({ account, region, caller, service, operation, input }) as Promise<never>;
  };
