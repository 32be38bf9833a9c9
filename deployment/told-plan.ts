import { isChangeOfItsOwn, type PlannedAction, type PlannedChange } from './plan-judgement';

/** A line that a command with `-json` writes. Source: Terraform docs, "Machine-Readable UI". */
interface Message {
  readonly type: string;
  readonly change?: {
    readonly action: string;
    readonly resource: { readonly addr: string; readonly resource_type: string };
    readonly previous_resource?: { readonly addr: string };
  };
  readonly outputs?: Readonly<Record<string, { readonly action?: string }>>;
  readonly diagnostic?: { readonly severity: string; readonly summary: string; readonly detail?: string };
}

/** How the messages call what a plan calls otherwise. What is only read, or stays, is no change. */
const actions: Readonly<Record<string, PlannedAction | undefined>> = {
  create: 'create',
  update: 'update',
  replace: 'replace',
  delete: 'destroy',
  remove: 'forget',
  move: 'move',
  import: 'import',
};

/**
 * What a command with `-json` told that it was going to change, as `changesIn` answers of a saved plan, but for the attributes that a
 * replacement comes from, by their addresses. That the stack says it was made of something else is not a change of its own.
 */
export const toldChangesIn = (output: string): readonly PlannedChange[] => {
  const changes = messagesIn(output).flatMap(changesOf).filter(isChangeOfItsOwn);
  const isOutput = ({ type }: PlannedChange) => type === 'output';
  // They are told in the order in which they were planned, which is another each time.
  const sorted = changes.toSorted((a, b) => (a.address < b.address ? -1 : 1));
  return [...sorted.filter((change) => !isOutput(change)), ...sorted.filter(isOutput)];
};

function changesOf({ type, change, outputs = {} }: Message): readonly PlannedChange[] {
  if (type === 'planned_change' && change) return changeOf(change);
  if (type !== 'outputs') return [];
  // They are told once more when they are written, with a value and without an action.
  return Object.entries(outputs).flatMap(([name, { action: told }]): PlannedChange[] => {
    const action = actions[told ?? ''];
    return action === undefined ? [] : [{ address: `output.${name}`, type: 'output', action }];
  });
}

/** The errors that a command with `-json` told, as it writes them for people; nothing where it told none. */
export const toldErrorsIn = (output: string): string =>
  messagesIn(output)
    .flatMap(({ diagnostic }) => (diagnostic?.severity === 'error' ? [diagnostic] : []))
    .map(({ summary, detail = '' }) => `Error: ${summary}\n\n${detail}`.trim())
    .join('\n\n');

function changeOf({
  action: told,
  resource,
  previous_resource: before,
}: NonNullable<Message['change']>): PlannedChange[] {
  const action = actions[told];
  if (action === undefined) return [];
  const { addr: address, resource_type: type } = resource;
  const moved = before !== undefined && before.addr !== address;
  return [{ address, type, action, ...(moved && { from: before.addr }) }];
}

/** Each message is a line of its own; a provider that crashes writes others. */
const messagesIn = (output: string): readonly Message[] =>
  output.split('\n').flatMap((line) => {
    try {
      return line.startsWith('{') ? [JSON.parse(line) as Message] : [];
    } catch {
      return [];
    }
  });
