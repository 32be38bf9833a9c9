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

/** Calls a service's operation by its API name, past HTTP and routing. */
export async function invoke(service: Service, operation: string, input: Json, origin: Origin): Promise<Json> {
  const { account, region, caller = administratorOf(account) } = origin;
  const handle = tryHandler(service, operation);
  if (!handle) throw new Error(`${service.name} has no operation ${operation}`);
  return handle({ account, region, caller, service: service.name, operation, input });
}
