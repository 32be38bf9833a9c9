/** What a plan is going to do with one resource. */
export interface PlannedChange {
  readonly address: string;
  /** As Terraform names them, joined: `update`, `delete+create`, `forget`; `move` where only the address changes. */
  readonly action: string;
}

/** The changes of a plan as `terraform show -json` prints it, data sources and what stays as it is left out. */
export function readPlan(json: string): readonly PlannedChange[] {
  const { resource_changes: changes = [] } = JSON.parse(json) as Plan;
  return changes.flatMap(({ address, mode, previous_address: before, change }) => {
    const action = change.actions.join('+');
    if (mode !== 'managed') return [];
    if (action !== 'no-op') return [{ address, action }];
    return before === undefined ? [] : [{ address, action: 'move' }];
  });
}

/** Whether something would be destroyed, be it to make it anew. */
export const destroys = ({ action }: PlannedChange): boolean => action.split('+').includes('delete');

interface Plan {
  readonly resource_changes?: readonly {
    readonly address: string;
    readonly previous_address?: string;
    readonly mode: 'managed' | 'data';
    readonly change: { readonly actions: readonly string[] };
  }[];
}
