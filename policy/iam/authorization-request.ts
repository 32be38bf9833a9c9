import type { Context } from './context';
import type { PolicyDocument } from './policy-document';
import type { Principal } from './principal';

/** A call to AWS. */
export interface AuthorizationRequest {
  /** `s3:GetObject` */
  readonly action: string;
  /** ARN, or `*` where the action is about no resource. */
  readonly resource: string;
  /** Twelve digits. @default - the account in the ARN; where it has none, as that of a bucket, the principal's */
  readonly resourceAccount?: string;
  readonly principal: Principal;
  /** Condition keys besides those that follow from the principal and the resource's account, or in their place. */
  readonly context: Context;
}

/** A policy document and the name that a decision gives it. */
export interface SourcedDocument {
  readonly name: string;
  /** JSON text, or what it says. */
  readonly document: string | PolicyDocument;
}

/** Every policy that has a say in a request. */
export interface Policies {
  /** Attached to the principal, its groups' among them. */
  readonly identity?: readonly SourcedDocument[];
  readonly boundary?: SourcedDocument;
  /** Given when the session was made. */
  readonly session?: readonly SourcedDocument[];
  /** On the resource: bucket, key, topic, queue, function; of a role that is assumed, its trust policy. */
  readonly resource?: readonly SourcedDocument[];
  /** Attached to each node from the root to the principal's account. @default - they do not bind the request */
  readonly scps?: readonly (readonly SourcedDocument[])[];
  /** Attached to each node from the root to the resource's account. @default - they do not bind the request */
  readonly rcps?: readonly (readonly SourcedDocument[])[];
}
