import { madeOfAddress, madeOfOutput, madeOfTextOutput } from '../schema/facts/made-of';

/** What a judgement reads of a plan, as `terraform show -json <plan file>` prints it. Source: Terraform docs, "JSON Output Format". */
export interface PlanJson {
  readonly resource_changes?: readonly ResourceChange[];
  /** What was changed elsewhere since the last apply. */
  readonly resource_drift?: readonly ResourceChange[];
  readonly output_changes?: Readonly<Record<string, { readonly actions: readonly string[] }>>;
}

interface ResourceChange {
  readonly address: string;
  /** Where it was, if it is moved. */
  readonly previous_address?: string;
  readonly mode: 'managed' | 'data';
  readonly type: string;
  readonly change: {
    readonly actions: readonly string[];
    /** The attributes that cannot be changed in place. */
    readonly replace_paths?: readonly (readonly (string | number)[])[];
    readonly importing?: unknown;
  };
}

/** What a plan does to one resource or output. `forget`: it leaves the state and stays in AWS. */
export type PlannedAction = 'create' | 'update' | 'replace' | 'destroy' | 'forget' | 'move' | 'import';

/** One thing that a plan changes. */
export interface PlannedChange {
  /** `aws_s3_bucket.trails`, or `output.bucket_names`. */
  readonly address: string;
  /** `aws_s3_bucket`, or `output`. */
  readonly type: string;
  readonly action: PlannedAction;
  /** Where a resource was before it moved. */
  readonly from?: string;
  /** The attributes that a replacement comes from: `bucket`, `rule[0].id`. */
  readonly because?: readonly string[];
}

/**
 * Everything that a plan changes, in the order of the plan; an empty list where it changes nothing. That the stack says it was made of
 * something else is not a change of its own.
 */
export const changesIn = ({ resource_changes = [], output_changes = {} }: PlanJson): readonly PlannedChange[] =>
  [
    ...resource_changes.filter(({ mode }) => mode === 'managed').flatMap(changeOf),
    ...Object.entries(output_changes).flatMap(([name, { actions }]) => {
      const action = tryActionOf(actions);
      return action ? [{ address: `output.${name}`, type: 'output', action }] : [];
    }),
  ].filter(isChangeOfItsOwn);

/** Whether a change is one of its own: what a stack says that it was made of changes with anything else. */
export const isChangeOfItsOwn = ({ address }: PlannedChange): boolean => !ownWords.includes(address);

const ownWords: readonly string[] = [madeOfAddress, `output.${madeOfOutput}`, `output.${madeOfTextOutput}`];

/**
 * What was changed elsewhere and an apply would change back. A refresh finds more: attributes that nobody sets and AWS fills in later.
 *
 * @param isUnchanged whether the stack was deployed as it is written: then whatever a plan changes is drift
 */
export function driftIn(plan: PlanJson, isUnchanged: boolean): readonly PlannedChange[] {
  const elsewhere = new Set((plan.resource_drift ?? []).map(({ address }) => address));
  return changesIn(plan).filter(({ type, address }) => type !== 'output' && (isUnchanged || elsewhere.has(address)));
}

/** Whether a change takes a resource away from AWS, be it to make another in its place; `terraform_data` was never there. */
export const isLoss = ({ type, action }: PlannedChange): boolean =>
  type !== 'output' && type !== 'terraform_data' && (action === 'destroy' || action === 'replace');

function changeOf({ address, previous_address: from, type, change }: ResourceChange): readonly PlannedChange[] {
  const moved = from !== undefined && from !== address;
  const action = tryActionOf(change.actions) ?? (change.importing ? 'import' : moved ? 'move' : undefined);
  if (action === undefined) return [];
  const because = change.replace_paths?.map(pathOf) ?? [];
  return [{ address, type, action, ...(moved && { from }), ...(because.length > 0 && { because }) }];
}

/** The action of a plan's list of actions; undefined where nothing changes. */
function tryActionOf(actions: readonly string[]): PlannedAction | undefined {
  const has = (action: string): boolean => actions.includes(action);
  if (has('create')) return has('delete') || has('forget') ? 'replace' : 'create';
  if (has('delete')) return 'destroy';
  if (has('forget')) return 'forget';
  return has('update') ? 'update' : undefined;
}

const pathOf = (path: readonly (string | number)[]): string =>
  path.reduce<string>(
    (text, step) => (typeof step === 'number' ? `${text}[${step}]` : text ? `${text}.${step}` : step),
    '',
  );
