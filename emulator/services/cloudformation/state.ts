import type { Scope } from '../../toolkit/call';
import { Store } from '../../toolkit/store';
import type { World } from '../../world';
import type { DeploymentParts } from './deployment';
import { invalid } from './errors';
import { deleted, type Stack } from './stack';

/** Every stack, by account, region and id, those that are deleted too. */
export class CloudFormationState {
  readonly stacks = new Store<Stack>();

  constructor(
    readonly world: Pick<World, 'clock' | 'newId' | 'organization'>,
    readonly parts: DeploymentParts,
  ) {
    world.organization.onLeave((account) => this.stacks.deleteAll(account));
  }

  /** A stack by its id also when it is deleted, by its name only while it is there. */
  tryFind({ account, region }: Scope, nameOrId: string | undefined): Stack | undefined {
    return this.stacks
      .list(account, region)
      .find(({ id, name, status }) => id === nameOrId || (name === nameOrId && status !== deleted));
  }

  find(scope: Scope, nameOrId: string | undefined): Stack {
    const stack = this.tryFind(scope, nameOrId);
    if (!stack) throw invalid(`Stack with id ${nameOrId} does not exist`);
    return stack;
  }

  /** Those that are there, in one account and region. */
  listIn({ account, region }: Scope): readonly Stack[] {
    return this.stacks.list(account, region).filter(({ status }) => status !== deleted);
  }

  /** Those that are there, in every account. */
  list(): readonly Stack[] {
    return this.stacks.list().filter(({ status }) => status !== deleted);
  }
}
