import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stamped, withMadeOf } from '../../../schema/facts/made-of';

interface StackSpec {
  readonly after?: readonly string[];
  /** Stacks whose output `published` it reads. */
  readonly reads?: readonly string[];
  /** What it publishes. @default its own name */
  readonly publishes?: string;
  readonly buckets?: readonly string[];
  /** Buckets that Terraform refuses to destroy. */
  readonly undestroyed?: readonly string[];
  /** What is written of each bucket. @default nothing */
  readonly body?: object;
  /** What it takes in. @default nothing */
  readonly imports?: readonly { readonly to: string; readonly id: string }[];
}

export type Specs = Readonly<Record<string, StackSpec>>;

/**
 * Writes stacks as a synth does.
 *
 * @param placeOf where a stack keeps its state, in its block `terraform`
 */
export function writeStacks(outdir: string, specs: Specs, placeOf: (stack: string) => object): void {
  for (const [name, spec] of Object.entries(specs)) {
    const { reads = [], publishes = name, buckets = ['logs'], undestroyed = [], body = {}, imports } = spec;
    const folder = join(outdir, 'stacks', name);
    const bodyOf = (bucket: string) =>
      undestroyed.includes(bucket) ? { ...body, lifecycle: { prevent_destroy: true } } : body;
    mkdirSync(folder, { recursive: true });
    const configuration = {
      terraform: { ...placeOf(name), required_providers: { aws: { version: '5.100.0' } } },
      data: { terraform_remote_state: Object.fromEntries(reads.map((producer) => [producer, {}])) },
      resource: { aws_s3_bucket: Object.fromEntries(buckets.map((bucket) => [bucket, bodyOf(bucket)])) },
      ...(imports && { import: imports }),
      locals: reads.map((producer) => `\${data.terraform_remote_state.${producer}.outputs.published}`),
    };
    const written = { ...configuration, output: { published: { value: publishes } } };
    const text = JSON.stringify(withMadeOf(written, '1.0.0'), undefined, 2);
    writeFileSync(join(folder, 'cdk.tf.json'), stamped(text));
  }
  const stacks = Object.entries(specs).map(([name, { after = [], reads = [] }]) => [
    name,
    { name, workingDirectory: `stacks/${name}`, dependencies: [...after, ...reads] },
  ]);
  writeFileSync(join(outdir, 'manifest.json'), JSON.stringify({ stacks: Object.fromEntries(stacks) }));
}
