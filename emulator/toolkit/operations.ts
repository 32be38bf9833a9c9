import type { Call } from './call';

/** A method of an SDK's aggregated client, by the overload that every operation has. */
type Method<Input, Output> = (args: Input, options: never, done: (error: never, data?: Output) => void) => void;

/** The operations of an SDK's aggregated client (`Organizations`, `GuardDuty`), by their API names. */
export type OperationOf<Client> = {
  [M in keyof Client & string]: M extends `paginate${string}` | `waitUntil${string}` | 'send' | 'destroy' | 'config'
    ? never
    : Capitalize<M>;
}[keyof Client & string];

type MethodOf<Client, Operation extends string> = Client[Uncapitalize<Operation> & keyof Client];

type Scalar = string | number | boolean | bigint | null | undefined;

/** A value of the SDK's as it travels: bytes as text, dates as numbers (seconds) or text, nothing about the transport. */
export type Wire<T, Instant> = T extends Scalar
  ? T
  : T extends Date
    ? Instant
    : T extends Uint8Array
      ? string
      : T extends readonly (infer Item)[]
        ? readonly Wire<Item, Instant>[]
        : { readonly [M in keyof T as Exclude<M, '$metadata' | '$unknown'>]: Wire<T[M], Instant> };

/** What a handler reads of a request. A member that AWS demands may be missing all the same: see `required`. */
export type InputOf<Client, Operation extends string, Instant = number> =
  MethodOf<Client, Operation> extends Method<infer Input, infer _> ? Wire<Input, Instant> : never;

/** What a handler answers. */
export type OutputOf<Client, Operation extends string, Instant = number> =
  MethodOf<Client, Operation> extends Method<infer _, infer Output> ? Wire<Output, Instant> : never;

/** The call of one operation of a client. */
export type CallOf<Client, Operation extends OperationOf<Client>, Instant = number> = Call<
  InputOf<Client, Operation, Instant>
>;

/**
 * The handlers of some operations of a client, by API name, with input and output as the SDK types them. `Instant` is how the service
 * writes dates: as seconds, or as text (timestampFormat of the service's model).
 */
export type Operations<Client, Instant = number> = {
  readonly [O in OperationOf<Client>]?: (
    call: CallOf<Client, O, Instant>,
  ) => OutputOf<Client, O, Instant> | Promise<OutputOf<Client, O, Instant>>;
};
