import type { Caller, Scope } from '../../emulator/toolkit/call';
import { type Service, tryHandler } from '../../emulator/toolkit/service';
import type { Json } from './json';

/** Who calls in a test, and where. */
export interface Origin extends Scope {
  /** @default the account's administrator */
  readonly caller?: Caller;
}

/** An IAM user who may do everything in an account. */
function administratorOf(account: string): Caller {
  const arn = `arn:aws:iam::${account}:user/administrator`;
  return { account, arn, userId: `AIDA${account}USER`, principal: arn };
}

/** What became of a call: an answer, or what was thrown. */
type Outcome = { readonly answer: Json } | { readonly thrown: unknown };

/** A call that a test made, and what became of it. */
export type HeardCall = { readonly service: Service; readonly operation: string } & Outcome;

const listeners: ((call: HeardCall) => void)[] = [];

/** Lets somebody hear of every call from now on. */
export function listenToCalls(listener: (call: HeardCall) => void): void {
  listeners.push(listener);
}

/** Calls a service's operation by its API name, past HTTP and routing. */
export async function invoke(service: Service, operation: string, input: Json, origin: Origin): Promise<Json> {
  const { account, region, caller = administratorOf(account) } = origin;
  const handle = tryHandler(service, operation);
  if (!handle) throw new Error(`${service.name} has no operation ${operation}`);
  const tell = (outcome: Outcome) => {
    for (const listener of listeners) listener({ service, operation, ...outcome });
  };
  try {
    const answer: Json = await handle({ account, region, caller, service: service.name, operation, input });
    tell({ answer });
    return answer;
  } catch (thrown) {
    tell({ thrown });
    throw thrown;
  }
}
