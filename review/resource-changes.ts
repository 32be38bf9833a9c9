import { isDeepStrictEqual } from 'node:util';
import { type Resource, resourcesOf, type StackJson } from './stack-json';

/** What happens to a resource: `kept` stays in AWS and leaves Terraform. */
export type ChangeKind = 'added' | 'changed' | 'replaced' | 'destroyed' | 'kept';

/** A resource as it was and as it is to be. */
export interface ResourceChange {
  readonly address: string;
  readonly type: string;
  /** Before it is judged, what is replaced counts as changed, unless a plan says so. */
  readonly change: ChangeKind;
  readonly before?: Resource;
  readonly after?: Resource;
}

/** Every resource that is not the same in two versions of a stack. */
export function resourceChanges(before: StackJson, after: StackJson): readonly ResourceChange[] {
  const [old, now] = [resourcesOf(before), resourcesOf(after)];
  const forgotten = new Set((after.removed ?? []).map(({ from }) => from));
  return [...new Set([...old.keys(), ...now.keys()])].sort().flatMap((address): readonly ResourceChange[] => {
    const [was, is] = [old.get(address), now.get(address)];
    if (was && is)
      return isDeepStrictEqual(withoutNotes(was.body), withoutNotes(is.body))
        ? []
        : [{ address, type: is.type, change: 'changed', before: was, after: is }];
    if (is) return [{ address, type: is.type, change: 'added', after: is }];
    if (!was) return [];
    return [{ address, type: was.type, change: forgotten.has(address) ? 'kept' : 'destroyed', before: was }];
  });
}

/** Without what CDKTF writes for itself. */
const withoutNotes = ({ '//': _, ...body }: Readonly<Record<string, unknown>>) => body;
