import { type Resource, referencesOf, refersTo, related } from '../records';
import { tryCurrent } from '../states';
import type { Configurations } from '../subjects/configuration-versions';
import { setsFor } from '../subjects/variable-sets';
import type { HcpWorld } from '../world';
import type { Job } from './engine';
import { type IdentityTokens, identityEnvironment } from './identity';

/** What every job is put together from. */
export interface JobParts {
  readonly configurations: Configurations;
  readonly identity: IdentityTokens;
  /** Text of a CLI configuration that says where providers come from. */
  readonly cliConfig: string;
  /** Environment of every run, under that of its workspace. */
  readonly environment: Readonly<Record<string, string>>;
}

/** A run as an engine executes it. The token of the run is made here; it ends with the run. */
export function jobOf(world: HcpWorld, parts: JobParts, run: Resource<'runs'>): Job {
  const workspace = related(world.records, run, 'workspace', 'workspaces');
  const configuration = parts.configurations.tryRead(referencesOf(run, 'configuration-version')[0]?.id ?? '');
  if (!workspace || !configuration) throw new Error('The configuration of the run is gone');
  const { attributes } = run;
  const token = world.tokens.issue({ kind: 'run', id: run.id, workspace: workspace.id });
  const { usual, priority } = variablesOf(world, workspace);
  const env = new Map(
    [...usual, ...priority].filter(({ category }) => category === 'env').map(({ key, text }) => [key, text]),
  );
  const state = tryCurrent(world, workspace);
  const url = state && String(state.attributes['hosted-state-download-url']);
  return {
    run: run.id,
    configuration,
    workingDirectory: workspace.attributes['working-directory'] ?? '',
    terraformVersion: String(attributes['terraform-version'] ?? 'latest'),
    state: url === undefined ? undefined : world.archive.tryFind(url.split('/').at(-1) ?? '')?.bytes,
    options: {
      destroy: attributes['is-destroy'],
      refresh: attributes.refresh !== false,
      refreshOnly: attributes['refresh-only'] === true,
      targets: (attributes['target-addrs'] ?? []) as readonly string[],
      replace: (attributes['replace-addrs'] ?? []) as readonly string[],
      variables: attributes.variables as Job['options']['variables'],
    },
    variables: ofTerraform(usual),
    priorityVariables: ofTerraform(priority),
    json: workspace.attributes['structured-run-output-enabled'],
    cliConfig: `${parts.cliConfig}\n${cliConfigFor(world, token)}`,
    environment: (phase, folder) => ({
      ...parts.environment,
      ...automatic(world, run, workspace),
      ...Object.fromEntries(env),
      ...identityEnvironment(parts.identity, { run, workspace, phase, folder, env }),
    }),
  };
}

/** How Terraform finds the double: the services of its host, without TLS, and a token. */
export const cliConfigFor = ({ settings: { hostname }, address }: HcpWorld, token: string): string => {
  const services = ['tfe.v2', 'tfe.v2.1', 'tfe.v2.2', 'state.v2'].map((id) => `    "${id}" = "${address}/api/v2/"`);
  return `host "${hostname}" {
  services = {
${services.join('\n')}
  }
}

credentials "${hostname}" {
  token = "${token}"
}
`;
};

const ofTerraform = (values: readonly Value[]): ReadonlyMap<string, string> =>
  new Map(
    values
      .filter(({ category }) => category === 'terraform')
      .map(({ key, text, hcl }) => [key, hcl ? text : hclText(text)]),
  );

interface Value {
  readonly key: string;
  readonly text: string;
  readonly category: string;
  readonly hcl: boolean;
}

/**
 * The variables of a workspace, the strongest last: sets for everywhere, of projects, of workspaces, then its own, then sets with
 * priority. Of two sets of one kind that which comes first by name wins. Source: HCP Terraform docs, "Variables", precedence.
 */
function variablesOf(
  world: HcpWorld,
  workspace: Resource<'workspaces'>,
): { readonly usual: readonly Value[]; readonly priority: readonly Value[] } {
  const breadth = (set: Resource<'varsets'>): number =>
    set.attributes.global ? 0 : refersTo(set, 'workspaces', workspace.id) ? 2 : 1;
  const sets = [...setsFor(world, workspace)].sort(
    (one, other) => breadth(one) - breadth(other) || (one.attributes.name < other.attributes.name ? 1 : -1),
  );
  const of = (relation: string, owner: Resource): Value[] =>
    world.records
      .list('vars')
      .filter((variable) => refersTo(variable, relation, owner.id))
      .map(({ id, attributes: { key, value, category, hcl } }) => ({
        ...{ key, category, hcl },
        text: world.secrets.get(id) ?? value ?? '',
      }));
  // Under priority the broadest set is the strongest.
  const strong = sets
    .filter(({ attributes }) => attributes.priority)
    .toSorted((one, other) => breadth(other) - breadth(one));
  const weak = sets.filter(({ attributes }) => !attributes.priority);
  return {
    usual: [...weak.flatMap((set) => of('varset', set)), ...of('configurable', workspace)],
    priority: strong.flatMap((set) => of('varset', set)),
  };
}

/** A text as a literal of HCL. */
const hclText = (text: string): string => JSON.stringify(text).replace(/[$%](?=\{)/g, (sign) => sign + sign);

/** What every run is told of itself. Source: HCP Terraform docs, "Run Environment". */
function automatic(world: HcpWorld, run: Resource<'runs'>, workspace: Resource<'workspaces'>): Record<string, string> {
  const project = related(world.records, workspace, 'project', 'projects');
  const { name } = workspace.attributes;
  return {
    TFC_RUN_ID: run.id,
    TFC_WORKSPACE_NAME: name,
    TFC_WORKSPACE_SLUG: `${world.organization.id}/${name}`,
    TFC_PROJECT_NAME: project?.attributes.name ?? '',
    TF_IN_AUTOMATION: '1',
    TF_INPUT: '0',
    CHECKPOINT_DISABLE: '1',
  };
}
