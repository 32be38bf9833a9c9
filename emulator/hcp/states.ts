import { createHash } from 'node:crypto';
import { isObject, type JsonObject, tryParseObject } from '../toolkit/json';
import { conflict, invalid, preconditionFailed } from './api/errors';
import { type Reference, type Resource, referencesOf, refersTo, referTo } from './records';
import { creatorOf } from './subjects/workspace-actions';
import type { HcpWorld } from './world';

/** A state as its version is announced. */
export interface AnnouncedState {
  readonly serial: number;
  readonly md5: string;
  readonly lineage: string | undefined;
  readonly run: Reference | undefined;
  /** Takes the state whatever serial and lineage it has, as `terraform state push -force` does. */
  readonly force: boolean;
}

/** The current state version of a workspace; undefined where nothing was ever stored. */
export const tryCurrent = (world: HcpWorld, workspace: Resource): Resource<'state-versions'> | undefined => {
  const [reference] = referencesOf(workspace, 'current-state-version');
  return reference && world.records.tryFind('state-versions', reference.id);
};

/**
 * Announces a state version, which is current once its state is uploaded. The workspace has to be locked by whoever does so.
 *
 * @throws ApiError 409 where another one has the lock, the serial is not greater or the lineage is another one
 */
export function announceState(
  world: HcpWorld,
  workspace: Resource<'workspaces'>,
  holder: Reference,
  { serial, md5, lineage, run, force }: AnnouncedState,
): Resource<'state-versions'> {
  if (!refersTo(workspace, 'locked-by', holder.id))
    throw conflict('The workspace must be locked by whoever creates a state version.');
  const current = tryCurrent(world, workspace);
  if (current && !force) checkFollows(current, { serial, md5, lineage });
  for (const version of world.records.list('state-versions'))
    if (version.attributes.status === 'pending' && refersTo(version, 'workspace', workspace.id))
      version.attributes.status = 'discarded';
  const version: Resource<'state-versions'> = world.add(
    'state-versions',
    'sv',
    {
      ...{ serial, md5, lineage: lineage ?? null, status: 'pending', 'created-at': world.clock.iso() },
      ...{ 'resources-processed': false, intermediate: false, size: 0, 'state-version': 4, 'terraform-version': null },
      ...{ resources: [], modules: {}, providers: {}, 'vcs-commit-sha': null, 'vcs-commit-url': null },
      ...{ 'hosted-state-download-url': null, 'hosted-json-state-download-url': null },
    },
    { workspace: referTo(workspace), run: run ?? null, outputs: [], 'created-by': creatorOf(holder) },
  );
  const state = world.archive.awaitUpload((bytes) => takeState(world, workspace, version, bytes));
  const json = world.archive.awaitUpload((bytes) => {
    if (!tryParseObject(bytes.toString())) throw invalid('json-state', 'is not JSON');
  });
  Object.assign(version.attributes, {
    'hosted-state-upload-url': world.urlOf(state),
    'hosted-json-state-upload-url': world.urlOf(json),
    'hosted-state-download-url': world.urlOf(state),
    'hosted-json-state-download-url': world.urlOf(json),
  });
  return version;
}

function checkFollows(
  { attributes }: Resource<'state-versions'>,
  next: Pick<AnnouncedState, 'serial' | 'md5' | 'lineage'>,
): void {
  if (attributes.lineage && next.lineage && attributes.lineage !== next.lineage)
    throw conflict(`The lineage ${next.lineage} is not that of the current state, ${attributes.lineage}.`);
  // Terraform sends a state again when it did not hear that it arrived.
  if (next.serial === attributes.serial && next.md5 === attributes.md5) return;
  if (next.serial <= attributes.serial)
    throw conflict(`The serial ${next.serial} is not greater than that of the current state, ${attributes.serial}.`);
}

/** Takes in the state of a version: from now on it is current. */
export function takeState(
  world: HcpWorld,
  workspace: Resource<'workspaces'>,
  version: Resource<'state-versions'>,
  bytes: Buffer,
): void {
  const { md5, serial, lineage } = version.attributes;
  if (version.attributes.status !== 'pending') throw conflict('The state version is not pending.');
  if (md5Of(bytes) !== md5) throw preconditionFailed('The MD5 hash of the state is not the one that was announced.');
  const state = tryParseObject(bytes.toString());
  if (!state) throw invalid('state', 'is not a state of Terraform');
  if (state.serial !== serial) throw invalid('serial', `is ${serial}, and ${state.serial} in the state`);
  if (lineage !== null && state.lineage !== lineage)
    throw invalid('lineage', `is ${lineage}, and ${state.lineage} in the state`);
  const outputs = outputsOf(world, state);
  Object.assign(version.attributes, {
    status: 'finalized',
    'resources-processed': true,
    'terraform-version': state.terraform_version ?? null,
    'state-version': state.version ?? 4,
    lineage: state.lineage ?? null,
    size: bytes.length,
    resources: resourcesIn(state),
  });
  version.relations.outputs = outputs.map(referTo);
  workspace.relations['current-state-version'] = referTo(version);
  // The same outputs have another type where a workspace shows them.
  workspace.relations.outputs = outputs.map(({ id, attributes }) =>
    referTo(world.records.add({ type: 'workspace-outputs', id, attributes, relations: {} })),
  );
  workspace.attributes['resource-count'] = managedIn(state);
}

/** The MD5 hash of a state, by which its version is announced. */
export const md5Of = (bytes: Buffer): string => createHash('md5').update(bytes).digest('hex');

const listIn = (state: JsonObject, name: string): readonly JsonObject[] => {
  const list = state[name];
  return Array.isArray(list) ? list.filter(isObject) : [];
};

/** How many managed resources a state holds. */
const managedIn = (state: JsonObject): number =>
  listIn(state, 'resources')
    .filter(({ mode }) => mode === 'managed')
    .reduce((sum, resource) => sum + listIn(resource, 'instances').length, 0);

const resourcesIn = (state: JsonObject): readonly object[] =>
  listIn(state, 'resources').map(({ mode, type, name, module = 'root', provider, ...resource }) => ({
    name,
    type: mode === 'data' ? `data.${type}` : type,
    count: listIn(resource, 'instances').length,
    module,
    provider,
  }));

function outputsOf(world: HcpWorld, { outputs = {} }: JsonObject): readonly Resource<'state-version-outputs'>[] {
  return Object.entries(isObject(outputs) ? outputs : {}).flatMap(([name, output]) => {
    if (!isObject(output)) return [];
    const { value = null, type, sensitive = false } = output;
    return [
      world.add(
        'state-version-outputs',
        'wsout',
        { name, value, sensitive: sensitive === true, type: kindOf(type), 'detailed-type': type },
        {},
      ),
    ];
  });
}

/** The short name of a type: `array` for a list. */
const kindOf = (type: unknown): unknown => {
  const [kind] = [type].flat(1) as readonly unknown[];
  return ['list', 'set', 'tuple'].includes(String(kind)) ? 'array' : kind === 'bool' ? 'boolean' : kind;
};
