import type { Bedrock } from '@aws-sdk/client-bedrock';
import type { SageMaker } from '@aws-sdk/client-sagemaker';
import type { JsonObject } from '../../toolkit/json';
import type { InputOf, OperationOf, OutputOf } from '../../toolkit/operations';

/** What a template wants one resource to be. */
export interface Desired {
  readonly properties: JsonObject;
  /** Those of the stack, which CloudFormation puts on the resource too. */
  readonly tags: ReadonlyMap<string, string>;
}

/**
 * Calls an operation of the service that a resource type belongs to, in the account and region of the stack. Values come from a
 * template that nobody has checked, so only the names of members are typed: the service refuses the rest.
 */
export type Ask<Client> = <Operation extends OperationOf<Client>>(
  operation: Operation,
  input: { readonly [Member in keyof InputOf<Client, Operation>]?: unknown },
) => Promise<OutputOf<Client, Operation>>;

/** Calls an operation of any service in which resources are made. */
export type AskAny = Ask<Bedrock> & Ask<SageMaker>;

/** How CloudFormation makes, changes and deletes resources of one type. A refusal of the service is thrown as it comes. */
export interface ResourceType<A = AskAny> {
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
  create(ask: A, desired: Desired): Promise<string | undefined>;
  update(ask: A, physicalId: string, before: Desired, after: Desired): Promise<void>;
  delete(ask: A, physicalId: string): Promise<void>;
}
