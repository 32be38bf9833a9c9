import { type ApiCall, type ApiRoutes, created, listed, ok, relationSent, sentOf } from '../api/call';
import { invalid, notFound } from '../api/errors';
import { anything, boolean, type Form, matching, orNull, readAttributes, text } from '../api/forms';
import { type Resource, referencesOf, refersTo } from '../records';
import { announceState, takeState, tryCurrent } from '../states';
import type { HcpWorld } from '../world';
import { holderOf } from './workspace-actions';
import { tryNamed } from './workspaces';

const form: Form = {
  serial: (value) => (Number.isInteger(value) ? undefined : 'must be a whole number'),
  md5: matching(/^[0-9a-f]{32}$/, 'must be an MD5 hash in hexadecimal digits'),
  lineage: orNull(text),
  state: text,
  'json-state': anything,
  'json-state-outputs': anything,
  force: boolean,
  intermediate: boolean,
};

/** States of workspaces, with their outputs. Source: HCP Terraform docs, "State Versions API". */
export const stateVersionRoutes = (world: HcpWorld): ApiRoutes => {
  const { records } = world;
  const current = ({ actor, params }: ApiCall, right: 'read state' | 'read outputs') => {
    const version = tryCurrent(world, world.workspace(params.workspace, actor, right));
    if (!version) throw notFound();
    return version;
  };
  const ofVersion = ({ actor, params }: ApiCall, right: 'read state' | 'read outputs') =>
    world.ofWorkspace('state-versions', params.version, actor, right).found;
  return {
    'GET /state-versions': ({ actor, query }) => {
      if (query.get('filter[organization][name]') !== world.organization.id) throw notFound();
      const workspace = tryNamed(world, query.get('filter[workspace][name]') ?? undefined);
      return listed(versionsOf(world, world.workspace(workspace?.id, actor, 'read state')));
    },
    'POST /workspaces/:workspace/state-versions': (call) => created(create(world, call)),
    'GET /workspaces/:workspace/current-state-version': (call) => ok(current(call, 'read state')),
    'GET /workspaces/:workspace/current-state-version-outputs': (call) =>
      listed(outputsOf(world, current(call, 'read outputs')).map(withoutSecret)),
    'GET /state-versions/:version': (call) => ok(ofVersion(call, 'read state')),
    'GET /state-versions/:version/outputs': (call) =>
      listed(outputsOf(world, ofVersion(call, 'read outputs')).map(withoutSecret)),
    'GET /state-version-outputs/:output': ({ actor, params }) => {
      const output = world.find('state-version-outputs', params.output);
      const version = records.list('state-versions').find((each) => refersTo(each, 'outputs', output.id));
      world.ofWorkspace('state-versions', version?.id, actor, 'read outputs');
      return ok(output);
    },
  };
};

/** The versions of a workspace, the newest first. */
const versionsOf = ({ records }: HcpWorld, { id }: Resource): readonly Resource[] =>
  records
    .list('state-versions')
    .filter((version) => refersTo(version, 'workspace', id))
    .toReversed();

const outputsOf = (world: HcpWorld, version: Resource<'state-versions'>) =>
  referencesOf(version, 'outputs').map(({ id }) => world.find('state-version-outputs', id));

/** A list of outputs shows no sensitive value; each is shown by itself (docs, "State Version Outputs API"). */
const withoutSecret = (output: Resource<'state-version-outputs'>): Resource => ({
  ...output,
  attributes: { ...output.attributes, ...(output.attributes.sensitive && { value: null }) },
});

function create(world: HcpWorld, call: ApiCall): Resource<'state-versions'> {
  const workspace = world.workspace(call.params.workspace, call.actor, 'write state');
  const sent = sentOf(call, 'state-versions');
  const { serial, md5, lineage, state, force } = readAttributes('state-versions', form, sent.attributes);
  if (serial === undefined || md5 === undefined)
    throw invalid(serial === undefined ? 'serial' : 'md5', "can't be blank");
  const [run] = relationSent(sent, 'run', 'runs') ?? [];
  const version = announceState(world, workspace, holderOf(call.actor), {
    serial: Number(serial),
    md5: String(md5),
    lineage: typeof lineage === 'string' ? lineage : undefined,
    run,
    force: force === true,
  });
  if (state !== undefined) {
    const bytes = Buffer.from(String(state), 'base64');
    takeState(world, workspace, version, bytes);
    // There is nothing left to upload.
    Object.assign(version.attributes, {
      'hosted-state-download-url': world.urlOf(world.archive.store(bytes)),
      'hosted-state-upload-url': null,
    });
  }
  return version;
}
