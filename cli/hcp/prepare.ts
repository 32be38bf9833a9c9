import { join, resolve } from 'node:path';
import type { DeploymentOptions } from '../../deployment/deployment-options';
import type { Engine } from '../../deployment/engine';
import { clientOf } from '../../deployment/hcp/client';
import { HcpStackRun } from '../../deployment/hcp/hcp-stack-run';
import { admittedIn } from '../../deployment/hcp/organization';
import type { Organization } from '../../deployment/hcp/workspaces';
import { readManifest, type SynthesizedStack } from '../../deployment/manifest';
import { takeOutdir } from '../../deployment/outdir-lock';
import { Published } from '../../deployment/published';
import { knownIn, type RunFolder } from '../../deployment/run-folder';
import { readState } from '../../deployment/states/read-state';
import { thisMachine } from '../../deployment/width';
import { operatorStacks } from '../../schema/facts/hcp';
import type { HcpBackend } from '../../schema/forms/hcp';
import { settingsFile } from '../../schema/forms/settings';
import type { LandingZone } from '../../schema/landing-zone';
import type { Problem } from '../../schema/problems/problem';
import { objectionsBy } from '../deploy/objections';
import { chosenBy, stackProblems } from '../deploy/prepare';
import type { Context } from '../kit/command';
import { readZone } from '../read-zone';
import { readChecked, run as synth } from '../synth/run';
import type { CommonOptions } from './options';

/** A landing zone whose states HCP Terraform keeps, as it is written now. */
export interface PreparedHcp {
  readonly zone: LandingZone;
  readonly backend: HcpBackend;
  /** Every stack that is written. */
  readonly all: readonly SynthesizedStack[];
  readonly outdir: string;
  readonly place: Organization;
}

/** Writes the stacks, or takes them as they are. */
export async function prepareHcp(options: { readonly 'as-written': boolean }, context: Context): Promise<PreparedHcp> {
  const outdir = resolve(process.env.CDKTF_OUTDIR ?? 'cdktf.out');
  const zone = options['as-written'] ? readZone() : await readChecked();
  const { backend } = zone;
  context.refuse(backendProblems(zone));
  process.once('exit', takeOutdir(outdir).release);
  if (!options['as-written']) await synth({ locked: false }, context, () => zone, outdir);
  const { hostname, organization } = backend as HcpBackend;
  const place = { client: clientOf(hostname), organization };
  return { zone, backend: backend as HcpBackend, all: readManifest(outdir), outdir, place };
}

const backendProblems = ({ backend }: LandingZone): readonly Problem[] =>
  backend.type === 'hcp'
    ? []
    : [
        {
          file: settingsFile,
          field: 'backend.type',
          value: backend.type,
          rule: 'runs of HCP Terraform work on states that it keeps',
          fix: "write backend: { type: 'hcp', organization: …, project: …, manage: {} }; see docs/hcp-terraform.md",
        },
      ];

/** The stacks that runs work on, of those that were named; the others are for whoever bootstraps. */
export function runStacks(
  patterns: readonly string[],
  { all }: PreparedHcp,
  { refuse }: Pick<Context, 'refuse'>,
): readonly SynthesizedStack[] {
  const runs = all.filter(({ name }) => !operatorStacks.includes(name));
  refuse(stackProblems(patterns, runs));
  return chosenBy(patterns, runs);
}

/** Where runs have their folders: `deploy --resume` has others. */
export const hcpRunsOf = ({ outdir }: Pick<PreparedHcp, 'outdir'>): string => join(outdir, 'hcp');

/** What the states of the stacks say of them, read when it is asked for. */
export const publishedBy = (prepared: PreparedHcp): Published =>
  new Published(prepared.all, engineOf(prepared.backend), readState, knownIn(hcpRunsOf(prepared)));

/** The engine of the workspaces: HCP Terraform runs Terraform, in the version that the stack `hcp` gives them. */
const engineOf = ({ manage }: HcpBackend): Engine => ({
  name: 'terraform',
  program: 'HCP Terraform',
  registry: 'registry.terraform.io',
  version: manage?.terraformVersion ?? '',
});

/** Says that what an operator applies has changed: runs would find no workspace, or not be let read a state. */
export async function noteChangedHere(prepared: PreparedHcp, { note }: Pick<Context, 'note'>): Promise<void> {
  const published = publishedBy(prepared);
  for (const stack of prepared.all.filter(({ name }) => operatorStacks.includes(name))) {
    const why = await published.whyChanged(stack);
    if (why !== undefined)
      note(`${stack.name} is applied by npx landing-zone hcp bootstrap, which comes first: ${why}`);
  }
}

/** How many runs there are at once: as many as was asked for, or as the plan of the organization admits. */
export async function widthOf({ place }: PreparedHcp, width: number | undefined, { note }: Pick<Context, 'note'>) {
  const { runsAtOnce, plan } = await admittedIn(place);
  const most = width ?? runsAtOnce ?? 1;
  if (width === undefined && runsAtOnce === undefined)
    note('The token may not read how many runs the plan of the organization admits at once: one, or as --width says.');
  else if (most === 1)
    note(
      `One run at a time${plan ? `, as the ${plan} plan of HCP Terraform admits` : ''}: each stack is a wave of its own.`,
    );
  return most;
}

/** Everything that a deployment by runs is told, but for its goal and what it asks and says. */
export function deploymentOf(
  prepared: PreparedHcp,
  { path: folder, journal }: RunFolder,
  options: Pick<CommonOptions, 'all' | 'lose'> & {
    readonly message: string;
    readonly width: number;
    readonly speculative: boolean;
    readonly discard: boolean;
  },
): Omit<DeploymentOptions, 'goal' | 'approve' | 'approvesAll' | 'stacks'> {
  const { zone, place } = prepared;
  const published = publishedBy(prepared);
  const { message, width, speculative, discard: discardsOthers } = options;
  const run = { ...place, published, journal, folder, message, speculative, discardsOthers };
  return {
    workOn: (stack) => new HcpStackRun(stack, run),
    engine: { name: 'hcp' },
    journal,
    published,
    onlyChanged: !options.all,
    width,
    mostInWave: width,
    machine: thisMachine(),
    lose: options.lose,
    objections: objectionsBy(zone, options.lose),
  };
}
