/**
 * TO BE REMOVED: the forms of call, handler and route of services whose handlers are not typed by the SDK yet. A service that is
 * converted (see "The pattern of a service" in the README) imports nothing from here.
 */
import type { Call as TypedCall } from './call';
import type { Route as TypedRoute } from './service';

/** A JSON value as an AWS API sends and receives it. */
// biome-ignore lint/suspicious/noExplicitAny: goes with this file, see above
export type Json = Record<string, any>;

export type Call = TypedCall<Json>;

export type Handler = (call: Call) => Json | Promise<Json>;

export interface Route extends TypedRoute {
  readonly handle: Handler;
}
