import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';

/** The output in which every stack says what it was made of. */
export const madeOfOutput = 'made_of';

/** The output with the JSON itself, packed: gzip, in base64. Sensitive, because it is long, and nobody wants to read it in a plan. */
export const madeOfTextOutput = 'made_of_json';

/** What Terraform reads of a stack, beside it. */
export const configurationFile = 'cdk.tf.json';

/** The resource that holds back what a stack says of itself until everything else is applied. */
export const madeOfAddress = `terraform_data.${madeOfOutput}`;

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

/** A stack as far as it has to say what it is made of. */
interface Makeable {
  readonly resource?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly output?: Readonly<Record<string, unknown>>;
}

/**
 * A stack that says what it is made of, before it is whole: `stamped` puts the configuration in. Terraform publishes an output that it
 * knows when it plans even where the apply fails. What `terraform_data` gives out it knows only once it was updated, and that waits for
 * every other resource and is left undone where one of them failed: `test/terraform/made-of.test.ts`.
 */
export function withMadeOf<T extends Makeable>(configuration: T, version: string) {
  const { resource = {}, output } = configuration;
  const addresses = Object.entries(resource).flatMap(([type, named]) =>
    Object.keys(named).map((name) => `${type}.${name}`),
  );
  const expressions = readsIn(configuration).map(({ expression }) => expression);
  const made = {
    depends_on: addresses,
    input: { configuration: '', inputs: `\${sha256(join("\\n", [${expressions.join(', ')}]))}`, version },
  };
  const given = `${madeOfAddress}.output`;
  return {
    ...configuration,
    resource: { ...resource, terraform_data: { ...resource.terraform_data, [madeOfOutput]: made } },
    output: {
      ...output,
      [madeOfOutput]: { value: `\${${given}}` },
      [madeOfTextOutput]: {
        sensitive: true,
        // Of the condition no more is wanted than that it is not known before.
        value: `\${${given} == null ? "" : base64gzip(file("\${path.module}/${configurationFile}"))}`,
      },
    },
  };
}

/** The JSON that a stack was made of, out of what it publishes; undefined where that has none. */
export function tryTextIn(published: unknown): string | undefined {
  return typeof published === 'string' && published !== ''
    ? gunzipSync(Buffer.from(published, 'base64')).toString()
    : undefined;
}

/** What Terraform makes of `inputs`, of the values in the order of `readsIn`. */
export const inputsOf = (values: readonly string[]): string => sha256(values.join('\n'));

/** In the text of a stack, where it says its configuration and the version. */
const place = new RegExp(
  `("${madeOfOutput}": \\{\\s*"depends_on": \\[[^\\]]*\\],\\s*"input": \\{\\s*"configuration": ")[^"]*(",\\s*"inputs": "(?:[^"\\\\]|\\\\.)*",\\s*"version": ")([^"]*)"`,
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
