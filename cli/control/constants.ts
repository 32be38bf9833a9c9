/** The operation of an action: `s3:DeleteBucket` is `DeleteBucket`. */
export const operationOf = (action: string): string => action.slice(action.indexOf(':') + 1);

/**
 * What actions are called in the file of a control, each by a name of its own: `cancelRotateSecret`, with the service in front where two
 * services have the operation, or where the word means something in TypeScript or in the file already.
 */
export function constantsOf(actions: readonly string[]): readonly string[] {
  const operations = actions.map((action) => wordOf(operationOf(action)));
  const names: string[] = [];
  for (const [index, action] of actions.entries()) {
    const operation = operations[index] ?? '';
    const others = [...names, ...operations.filter((_, other) => other !== index)];
    const isFree = (name: string): boolean => !others.includes(name) && !reserved.has(name);
    names.push(isFree(operation) ? operation : numbered(ofService(action), isFree));
  }
  return names;
}

const wordOf = (operation: string): string => `${operation.charAt(0).toLowerCase()}${operation.slice(1)}`;

function ofService(action: string): string {
  const service = action.slice(0, action.indexOf(':')).replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  return `${service.replaceAll('-', '')}${operationOf(action)}`;
}

/** The name, or the first of `name2`, `name3` and so on that is free. */
function numbered(name: string, isFree: (name: string) => boolean): string {
  let free = name;
  for (let count = 2; !isFree(free); count += 1) free = `${name}${count}`;
  return free;
}

/** ECMAScript, "Keywords and Reserved Words", in strict code; and what the file imports. */
const reserved: ReadonlySet<string> = new Set(
  [
    'arguments await break case catch class const continue debugger default delete do else enum eval export extends false',
    'finally for function if implements import in instanceof interface let new null package private protected public return',
    'static super switch this throw true try typeof undefined var void while with yield defineControl judged everyAccount',
  ].flatMap((line) => line.split(' ')),
);
