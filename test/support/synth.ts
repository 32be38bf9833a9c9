import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { madeOfOutput } from '../../schema/facts/made-of';
import type { SettingsSpec } from '../../schema/forms/settings';
import type { LandingZone } from '../../schema/landing-zone';
import type { Problem } from '../../schema/problems/problem';
import { synthesizeLandingZone } from '../../stacks';
import type { Json } from './json';
import { problemsThrownBy } from './problems';
import { remembered } from './remembered';
import { sampleAccounts, sampleSettings, zoneOf } from './zone';

/** One synthesized stack: `cdk.tf.json`, with the stacks that CDKTF's manifest puts before it. */
export interface Stack {
  readonly name: string;
  readonly dependencies: readonly string[];
  readonly json: Json;
}

/** Every stack by its name. */
export type Stacks = Readonly<Record<string, Stack>>;

/** Every file that is written into an output folder, by its path in it. */
export function outputOf(fill: (outdir: string) => void): Readonly<Record<string, string>> {
  const outdir = mkdtempSync(join(tmpdir(), 'stacks-'));
  try {
    fill(outdir);
    const paths = readdirSync(outdir, { recursive: true, encoding: 'utf8' });
    const files = paths.filter((path) => statSync(join(outdir, path)).isFile());
    return Object.fromEntries(files.map((path) => [path, readFileSync(join(outdir, path), 'utf8')]));
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

/** Every file that a synth writes, by its path below the output folder. */
export const written = (zone: LandingZone): Readonly<Record<string, string>> =>
  outputOf((outdir) => synthesizeLandingZone(zone, { outdir }));

/** Synthesizing the same again gives the same, as `determinism.test.ts` shows. */
const writtenOnce = remembered(written);

/** The stacks as they are written, wiring included: `Testing.synth` leaves the remote states out. */
export const synth = (zone: LandingZone): Stacks => stacksIn(writtenOnce(zone));

/** The stacks among files that a synth wrote. */
export function stacksIn(files: Readonly<Record<string, string>>): Stacks {
  const { stacks } = JSON.parse(files['manifest.json'] ?? '') as {
    stacks: Record<string, { name: string; dependencies: string[]; synthesizedStackPath: string }>;
  };
  return Object.fromEntries(
    Object.values(stacks).map(({ name, dependencies, synthesizedStackPath }) => {
      let read: Json;
      return [
        name,
        {
          name,
          dependencies,
          // Most tests look at one stack of many.
          get json() {
            read ??= JSON.parse(files[synthesizedStackPath] ?? '');
            return read;
          },
        },
      ];
    }),
  );
}

/** A stack as `synth` gives it, without most of those that it does not read: a third of the work. */
export function synthOne(zone: LandingZone, name: string): Stack {
  const [, key] = /^(?:account|ai)-(.+)$/.exec(name) ?? [];
  const isAboutAll = name === 'compliance' || name === 'cost';
  return find(isAboutAll ? synth(zone) : stacksIn(partOnce({ zone, accounts: key === undefined ? [] : [key] })), name);
}

const partOnce = remembered(
  ({ zone, accounts }: { readonly zone: LandingZone; readonly accounts: readonly string[] }) =>
    outputOf((outdir) => synthesizeLandingZone(zone, { outdir, accounts })),
);

/** Every region of the sample. */
export const everyRegion = sampleSettings().regions;

/** A landing zone with the accounts that have a role and those that are named, in one region unless told otherwise, without controls: it synthesizes fast. */
export const smallZone = (settings: Partial<SettingsSpec> = {}, named: readonly string[] = []): LandingZone =>
  zoneOf({
    settings: { regions: ['eu-central-1'], ...settings },
    controls: [],
    accounts: sampleAccounts().filter(({ name, role }) => role !== undefined || named.includes(name)),
  });

/** The stack of this name. */
export function find(stacks: Stacks, name: string): Stack {
  const stack = stacks[name];
  if (!stack) throw new Error(`there is no stack ${name}; there are ${Object.keys(stacks).join(', ')}`);
  return stack;
}

/** Resources of one type by their names; none where the stack has none. */
export const resources = (stack: Stack, type: string): Readonly<Record<string, Json>> =>
  stack.json.resource?.[type] ?? {};

/** The one resource of this type and name. */
export function resource(stack: Stack, type: string, name: string): Json {
  const found = resources(stack, type)[name];
  if (!found)
    throw new Error(`${stack.name} has no ${type}.${name}; it has ${Object.keys(resources(stack, type)).join(', ')}`);
  return found;
}

/** A resource with its type and name. */
export interface NamedResource {
  readonly type: string;
  readonly name: string;
  readonly body: Json;
}

/** Every resource of a stack. */
export const allResources = (stack: Stack): NamedResource[] =>
  Object.entries<Record<string, Json>>(stack.json.resource ?? {}).flatMap(([type, named]) =>
    Object.entries(named).map(([name, body]) => ({ type, name, body })),
  );

/** The provider blocks of a stack. */
export const providers = (stack: Stack): readonly Json[] => stack.json.provider.aws;

/** The provider that a resource names: `aws` is the one without an alias. */
function providerOf(stack: Stack, body: Json): Json {
  const found = providers(stack).find(({ alias }) => body.provider === (alias ? `aws.${alias}` : 'aws'));
  if (!found) throw new Error(`${stack.name} has no provider ${body.provider}`);
  return found;
}

/** How the JSON refers to an attribute of the same stack: `aws_kms_key.trails-key.arn`. */
export const reference = (attribute: string): string => `\${${attribute}}`;

/** How the JSON refers to an output of another stack; `item` picks out of a map. */
export function output(stack: string, name: string, item?: string): string {
  const path = `data.terraform_remote_state.${stack}.outputs.${name}`;
  if (item === undefined) return reference(path);
  return reference(/^\w+$/.test(item) ? `${path}.${item}` : `${path}["${item}"]`);
}

/** How the JSON refers to the id of an account that AWS gave it. */
export const accountId = (name: string): string => output('management', 'account_ids', name);

/** A policy document's statements by their Sid. References keep the form that `output` gives them. */
export function statements(document: string): Readonly<Record<string, Json>> {
  // CDKTF writes the quotes of a reference as they are, within text that is JSON itself.
  const json = document.replace(/\$\{[^}]*\}/g, (reference) => reference.replaceAll('"', '\\"'));
  const { Statement } = JSON.parse(json) as { Statement: { Sid: string }[] };
  return Object.fromEntries(Statement.map((statement) => [statement.Sid, statement]));
}

/** Where a resource lives, as `account/region`: by its provider, and by its own `region` where it has one. */
export function placeOf(zone: LandingZone, stack: Stack, body: Json): string {
  const provider = providerOf(stack, body);
  const [id] = provider.allowed_account_ids;
  const account = zone.accounts.find(({ name, id: written }) => id === written || id === accountId(name));
  if (!account) throw new Error(`${stack.name} reaches an account that nobody wrote down: ${id}`);
  return `${account.name}/${body.region ?? provider.region}`;
}

/** What is wrong with what the landing zone would become. */
export const problemsOf = (zone: LandingZone): readonly Problem[] => problemsThrownBy(() => synth(zone));

/** The JSON of a stack but for what it says that it is made of, which differs wherever anything does. */
export function withoutMadeOf({ json }: Stack): Json {
  const { [madeOfOutput]: _, ...output } = json.output ?? {};
  return { ...json, output };
}
