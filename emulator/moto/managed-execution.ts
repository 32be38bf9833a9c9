import type { MotoServer } from './server';

/** By moto and StackSet, whether its operations wait for each other: moto reads it and forgets it. */
const managed = new WeakMap<MotoServer, Map<string, string>>();

/** A call about a StackSet, as it stands in its form. */
interface StackSetCall {
  readonly operation: string;
  readonly account: string;
  readonly region: string;
  readonly form: URLSearchParams;
}

/** The answer to a call about a StackSet with what moto has forgotten of it. */
export function withManagedExecution(moto: MotoServer, call: StackSetCall, body: string): string {
  const { operation, account, region, form } = call;
  const sets = managed.get(moto) ?? new Map<string, string>();
  managed.set(moto, sets);
  const set = [account, region, form.get('StackSetName')].join(' ');
  if (/^(Create|Update)StackSet$/.test(operation)) sets.set(set, form.get('ManagedExecution.Active') ?? 'false');
  if (operation !== 'DescribeStackSet') return body;
  return body.replace(
    /<ManagedExecution>[\s\S]*?<\/ManagedExecution>/,
    `<ManagedExecution><Active>${sets.get(set) ?? 'false'}</Active></ManagedExecution>`,
  );
}
