import { createHash } from 'node:crypto';

/** The output in which every stack says what it was made of. */
export const madeOfOutput = 'made_of';

/** What a stack was made of: everything that decides whether an apply could change something. */
export interface MadeOf {
  /** SHA-256 of its `cdk.tf.json`, without this line and the next. */
  readonly configuration: string;
  /** SHA-256 of what it read of other stacks: whatever else they publish changes nothing in it. */
  readonly inputs: string;
  /** The release that wrote it last. It decides nothing: a release that writes the same changes nothing. */
  readonly version: string;
}

/** One value that a stack reads of another's outputs. */
export interface Read {
  readonly producer: string;
  readonly output: string;
  /** The item, where the output is a map. */
  readonly key?: string;
  /** As it stands in the stack. */
  readonly expression: string;
}

const reads = /data\.terraform_remote_state\.([\w-]+)\.outputs\.(\w+)(?:\.([A-Za-z_][\w-]*)|\["((?:[^"\\]|\\.)*)"\])?/g;

/** Every value of other stacks that is read somewhere in a configuration, once, in the order in which they stand there. */
export function readsIn(configuration: unknown): readonly Read[] {
  const found = new Map<string, Read>();
  const visit = (value: unknown): void => {
    if (typeof value === 'string') {
      if (!value.includes('data.terraform_remote_state.')) return;
      for (const [expression, producer = '', output = '', name, quoted] of value.matchAll(reads)) {
        const key = name ?? (quoted === undefined ? undefined : unquoted(quoted));
        found.set(expression, { producer, output, ...(key !== undefined && { key }), expression });
      }
    } else if (typeof value === 'object' && value !== null) Object.values(value).forEach(visit);
  };
  visit(configuration);
  return [...found.values()];
}

/** What a string of Terraform's language says. */
const unquoted = (text: string): string => text.replace(/\\(.)/g, '$1').replace(/([$%])\1\{/g, '$1{');

/**
 * The output as it is written, before the stack is whole: `stamped` puts the configuration in. Terraform publishes it with the plan, so that
 * an apply that fails has published already what it was to make.
 */
export const madeOf = (configuration: unknown, version: string): { readonly value: MadeOf } => ({
  value: {
    configuration: '',
    inputs: `\${sha256(join("\\n", [${readsIn(configuration)
      .map(({ expression }) => expression)
      .join(', ')}]))}`,
    version,
  },
});

/** What Terraform makes of `inputs`, of the values in the order of `readsIn`. */
export const inputsOf = (values: readonly string[]): string => sha256(values.join('\n'));

/** In the text of a stack, where it says its configuration and the version. */
const place = new RegExp(
  `("${madeOfOutput}": \\{\\s*"value": \\{\\s*"configuration": ")[^"]*(",\\s*"inputs": "(?:[^"\\\\]|\\\\.)*",\\s*"version": ")([^"]*)"`,
);

/** What a stack is made of by its text, whatever it says of it itself. */
export function configurationOf(text: string): string {
  const written = tryWritten(text);
  return written ? hashOf(written) : sha256(text);
}

/** The text of a stack, which says what it is made of. */
export function stamped(text: string): string {
  const written = tryWritten(text);
  if (!written) return text;
  const { before, between, version, after } = written;
  return [before, hashOf(written), between, version, '"', after].join('');
}

/** The text of a stack around its configuration and the version; it is long, and there are as many as accounts. */
interface Written {
  readonly before: string;
  readonly between: string;
  readonly version: string;
  readonly after: string;
}

function tryWritten(text: string): Written | undefined {
  const found = place.exec(text);
  if (!found) return undefined;
  const [whole, begin = '', between = '', version = ''] = found;
  const after = text.slice(found.index + whole.length);
  return { before: text.slice(0, found.index) + begin, between, version, after };
}

const hashOf = ({ before, between, after }: Written): string => sha256(before, between, '"', after);

const sha256 = (...texts: readonly string[]): string =>
  texts.reduce((hash, text) => hash.update(text), createHash('sha256')).digest('hex');
