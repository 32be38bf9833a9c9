import { isDeepStrictEqual } from 'node:util';
import { AwsError } from '../../toolkit/errors';
import { invalid } from './errors';
import type { Ask, Desired, ResourceType } from './resource-type';
import type { MadeResource, Stack } from './stack';
import type { Declaration } from './template';

/** What a deployment works with. */
export interface DeploymentParts {
  readonly types: Readonly<Record<string, ResourceType>>;
  /** Calls the service of a resource type in the account and region of the stack. */
  ask(stack: Stack, type: ResourceType): Ask;
}

/** One operation on a stack, resource by resource; each step that succeeds can be taken back. */
export class Deployment {
  private readonly undo: (() => Promise<unknown>)[] = [];
  /** What is deleted once everything else has succeeded. */
  private readonly outgoing: MadeResource[] = [];

  constructor(
    private readonly parts: DeploymentParts,
    private readonly stack: Stack,
    private readonly token: string | undefined,
  ) {}

  /** Makes, changes and replaces resources until the stack has all that the declarations say. */
  async reach(declarations: readonly Declaration[], tags: Desired['tags']): Promise<void> {
    const before = new Map(this.stack.resources.map((resource) => [resource.logicalId, resource]));
    const reached: MadeResource[] = [];
    for (const declaration of declarations) {
      const desired = { properties: declaration.properties, tags };
      const known = before.get(declaration.logicalId);
      reached.push(known ? await this.change(known, declaration, desired) : await this.make(declaration, desired));
      before.delete(declaration.logicalId);
    }
    this.outgoing.push(...[...before.values()].filter(({ retained }) => !retained));
    this.stack.resources = reached;
  }

  /** Deletes what the stack has besides, once all else has succeeded. */
  clean(): Promise<void> {
    return this.remove(this.outgoing);
  }

  /** Takes back every step that has succeeded, the last one first. */
  async rollBack(): Promise<void> {
    for (const step of this.undo.reverse()) await step();
  }

  /** Deletes resources in the reverse order of their making. */
  async remove(resources: readonly MadeResource[]): Promise<void> {
    for (const resource of [...resources].reverse())
      await this.step(resource, 'DELETE', () => this.service(resource).delete(resource.physicalId));
  }

  private async make(declaration: Declaration, desired: Desired): Promise<MadeResource> {
    const { create, delete: remove } = this.service(declaration);
    const physicalId = await this.step(declaration, 'CREATE', () => create(desired));
    this.undo.push(() => remove(physicalId));
    return { ...declaration, physicalId, desired };
  }

  private async change(known: MadeResource, declaration: Declaration, desired: Desired): Promise<MadeResource> {
    const { type, physicalId, desired: before } = known;
    if (type !== declaration.type) throw invalid(`Update of resource type is not permitted for ${known.logicalId}`);
    const changed = { ...declaration, physicalId, desired };
    if (isDeepStrictEqual(before, desired)) return changed;
    const { createOnly, name } = this.typeOf(known);
    const same = (property: string) => isDeepStrictEqual(before.properties[property], desired.properties[property]);
    if (!createOnly.every(same)) {
      if (name !== undefined && same(name)) this.refuseReplacement(known, String(desired.properties[name]));
      if (!declaration.retainedOnReplace) this.outgoing.push(known);
      return this.make(declaration, desired);
    }
    const { update } = this.service(known);
    await this.step(changed, 'UPDATE', () => update(physicalId, before, desired));
    this.undo.push(() => update(physicalId, desired, before));
    return changed;
  }

  private refuseReplacement(resource: MadeResource, name: string): never {
    const reason = `CloudFormation cannot update a stack when a custom-named resource requires replacing. Rename ${name} and update the stack again.`;
    this.stack.note(resource, 'UPDATE_FAILED', this.token, reason);
    throw invalid(reason);
  }

  private async step<T>(
    resource: Declaration & { readonly physicalId?: string },
    verb: 'CREATE' | 'UPDATE' | 'DELETE',
    work: () => Promise<T>,
  ): Promise<T> {
    this.stack.note(resource, `${verb}_IN_PROGRESS`, this.token);
    try {
      if (verb !== 'DELETE') this.checkProperties(resource);
      const result = await work();
      this.stack.note(resource, `${verb}_COMPLETE`, this.token);
      return result;
    } catch (error) {
      if (error instanceof AwsError) this.stack.note(resource, `${verb}_FAILED`, this.token, error.message);
      throw error;
    }
  }

  private checkProperties({ logicalId, type, properties }: Declaration): void {
    const { required, optional } = this.typeOf({ type });
    const strange = Object.keys(properties).filter((name) => ![...required, ...optional].includes(name));
    const missing = required.filter((name) => properties[name] === undefined);
    const messages = [
      ...strange.map((name) => `#: extraneous key [${name}] is not permitted`),
      ...missing.map((name) => `#: required key [${name}] not found`),
    ];
    if (messages.length > 0)
      throw invalid(`Properties validation failed for resource ${logicalId} with message:\n${messages.join('\n')}`);
  }

  private typeOf({ type }: { readonly type: string }): ResourceType {
    const found = this.parts.types[type];
    if (!found) throw new Error(`${type} has passed the template and is no known type`);
    return found;
  }

  private service(resource: { readonly type: string }) {
    const type = this.typeOf(resource);
    const ask = this.parts.ask(this.stack, type);
    return {
      create: (desired: Desired) => type.create(ask, desired),
      update: (id: string, before: Desired, after: Desired) => type.update(ask, id, before, after),
      delete: (id: string) => unlessGone(type.delete(ask, id)),
    };
  }
}

/** What somebody has deleted by hand counts as deleted. */
const unlessGone = (deletion: Promise<void>): Promise<void> =>
  deletion.catch((error) => {
    if (!(error instanceof AwsError && error.code === 'ResourceNotFound')) throw error;
  });
