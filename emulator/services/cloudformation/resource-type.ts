import type { Json } from '../../toolkit/untyped';

/** What a template wants one resource to be. */
export interface Desired {
  readonly properties: Json;
  /** Those of the stack, which CloudFormation puts on the resource too. */
  readonly tags: Readonly<Record<string, string>>;
}

/** Calls an operation of the service that a resource type belongs to, in the account and region of the stack. */
export type Ask = (operation: string, input: Json) => Promise<Json>;

/** How CloudFormation makes, changes and deletes resources of one type. A refusal of the service is thrown as it comes. */
export interface ResourceType {
  /** Signing name of the service: `sagemaker`. */
  readonly service: string;
  readonly required: readonly string[];
  /** Besides the required ones; what is in neither list is refused. */
  readonly optional: readonly string[];
  /** Properties whose change replaces the resource by a new one. */
  readonly createOnly: readonly string[];
  /** The property that is the resource's name where a person writes one: two resources cannot have it at a time. */
  readonly name?: string;
  /** @returns the physical id, which the other two are given */
  create(ask: Ask, desired: Desired): Promise<string>;
  update(ask: Ask, physicalId: string, before: Desired, after: Desired): Promise<void>;
  delete(ask: Ask, physicalId: string): Promise<void>;
}
