import { join } from 'node:path';
import { type Engine, engineMissing, tryFindEngine } from '../../deployment/engine';
import { admittedIn } from '../../deployment/hcp/organization';
import { tokenFor, tokenVariable } from '../../deployment/hcp/token';
import { workspacesOf } from '../../deployment/hcp/workspaces';
import type { SynthesizedStack } from '../../deployment/manifest';
import { operatorStacks, workspaceName } from '../../schema/facts/hcp';
import { stackNames } from '../../schema/facts/stack-names';
import { settingsFile } from '../../schema/forms/settings';
import { applyWaves, refuseUnasked } from '../deploy/apply-waves';
import { type Asking, terminal } from '../deploy/approval';
import { deploymentOf } from '../deploy/prepare';
import type { Answer, Context } from '../kit/command';
import { adoptExisting } from './adopt-existing';
import type { BootstrapOptions } from './options';
import { hcpRunsOf, type PreparedHcp, prepareHcp, publishedBy } from './prepare';
import { carryAll, movesOf, readOldPlaces } from './states';

/**
 * Operations of Terraform's cloud backend on this machine, also in a workspace that says otherwise: the first init makes it in remote mode.
 * Source: Terraform v1.11, internal/cloud/backend.go.
 */
const onThisMachine = { TF_FORCE_LOCAL_BACKEND: '1' } as const;

/** Makes what runs need, in an order in which each step finds what it needs, and which can be begun again at any point. */
export async function run(
  options: BootstrapOptions,
  context: Context,
  preparing: typeof prepareHcp = prepareHcp,
  asking: Asking = terminal,
): Promise<Answer> {
  const asked = { resume: false, stack: [], approve: options.approve || options['dry-run'] };
  refuseUnasked(asked, context, asking);
  const places = options.from === undefined ? undefined : readOldPlaces(options.from);
  context.refuse(places && 'rule' in places ? [places] : []);
  const prepared = await preparing(options, context);
  const { zone, all, outdir } = prepared;
  const engine = tryFindEngine(options.engine, zone.engine);
  if (!engine) throw new Error(engineMissing(options.engine, zone.engine));
  const stacks = all.filter(({ name }) => operatorStacks.includes(name));
  if (!stacks.some(isHcp))
    throw new Error(
      `${settingsFile}: backend.manage is nothing\n  rule: project and workspaces are made by the stack hcp\n  fix:  write manage: {} into backend; see docs/hcp-terraform.md`,
    );
  const moves = places && 'in' in places ? movesOf(all, places.in(outdir)) : [];
  const steps = await stepsOf(prepared, moves.length, context);
  if (options['dry-run']) return { text: steps.join('\n'), json: { steps } };
  for (const step of steps) context.note(step);

  const apply = (some: readonly SynthesizedStack[]) =>
    applyWaves({ ...asked, onlyChanged: true, lose: [] }, context, {
      outdir: join(hcpRunsOf(prepared), 'bootstrap'),
      all: some,
      command: 'hcp bootstrap',
      asking,
      deploymentOf: (folder) => local(prepared, engine, folder),
    });
  const [hcp, others] = [stacks.filter(isHcp), stacks.filter((stack) => !isHcp(stack))];
  const made = await applyHcp(prepared, hcp, apply, context);
  if (made.no) return made;
  // States first: whoever applies an empty workspace makes everything a second time.
  const carried = moves.length > 0 ? await carryAll(moves, false, context) : undefined;
  const rest = others.length > 0 ? await apply(others) : undefined;
  const text = [
    made.text,
    carried?.text,
    rest?.text,
    'Next: npx landing-zone hcp status, then npx landing-zone hcp apply',
  ];
  return {
    text: text.filter(Boolean).join('\n'),
    json: { hcp: made.json, carried: carried?.json, others: rest?.json },
    no: rest?.no === true,
  };
}

const isHcp = ({ name }: SynthesizedStack): boolean => name === stackNames.hcp;

/** Applies the stack `hcp`, and lets it take over what is there already. */
async function applyHcp(
  prepared: PreparedHcp,
  hcp: readonly SynthesizedStack[],
  apply: (stacks: readonly SynthesizedStack[]) => Promise<Answer>,
  { note }: Pick<Context, 'note'>,
): Promise<Answer> {
  const adopting = await Promise.all(hcp.map((stack) => adoptExisting(prepared, stack, publishedBy(prepared), note)));
  try {
    return await apply(hcp);
  } finally {
    for (const { end } of adopting) end();
  }
}

/** What is done, in its order, after it was seen that it can be. */
async function stepsOf(
  { place, backend, all }: PreparedHcp,
  moves: number,
  { note }: Pick<Context, 'note'>,
): Promise<readonly string[]> {
  const { runsAtOnce, plan } = await admittedIn(place);
  const there = await workspacesOf(place, `${backend.workspacePrefix}-`);
  const missing = all.filter(({ name }) => !there.has(workspaceName(backend, name)));
  const { hostname } = place.client;
  note(
    `${place.organization} at ${hostname}: ${runsAtOnce === undefined ? 'the token may not read how many runs there are at once' : `${runsAtOnce} ${runsAtOnce === 1 ? 'run' : 'runs'} at once`}${plan ? `, ${plan} plan` : ''}`,
  );
  return [
    `1. The stack hcp, from this machine: project ${backend.project ?? ''}, ${missing.length} of ${all.length} workspaces are new`,
    `2. ${moves > 0 ? `The states of ${moves} stacks are carried, where they have one; the old ones stay` : 'No state is carried: --from says where states were'}`,
    `3. ${all.some(({ name }) => name === stackNames.identity) ? 'The stack identity, from this machine: the roles of runs' : 'Nothing of identity: runs have the credentials that somebody gives to their workspaces'}`,
  ];
}

/** The stacks of whoever bootstraps are applied here, whatever their workspaces say. */
function local(
  { zone, all, outdir, backend: { hostname } }: PreparedHcp,
  engine: Engine,
  folder: Parameters<typeof deploymentOf>[1],
): ReturnType<typeof deploymentOf> {
  const options = { 'only-changed': true, 'as-written': true, width: 1, engine: engine.name, lose: [] };
  // Terraform and its provider look for the token in different places.
  const token = tokenFor(hostname);
  const tokens = { TFE_TOKEN: token, [tokenVariable(hostname)]: token };
  return deploymentOf({ zone, all, outdir, engine }, folder, options, { ...onThisMachine, ...tokens });
}
