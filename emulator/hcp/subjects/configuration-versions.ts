import { type ApiRoutes, created, listed, ok, sentOf } from '../api/call';
import { notFound } from '../api/errors';
import { boolean, type Form, readAttributes } from '../api/forms';
import type { StoredObject } from '../archive';
import { type Resource, refersTo, referTo } from '../records';
import { createRun } from '../runs/create-run';
import type { HcpWorld } from '../world';

const form: Form = { 'auto-queue-runs': boolean, speculative: boolean, provisional: boolean };

/** Configurations as they were uploaded, by the id of their version. */
export class Configurations {
  private readonly objects = new Map<string, StoredObject>();

  set(id: string, object: StoredObject): void {
    this.objects.set(id, object);
  }

  /** A gzipped tar; undefined where nothing was uploaded. */
  tryRead = (id: string): Buffer | undefined => this.objects.get(id)?.bytes;
}

/** Configurations that runs are made of. Source: HCP Terraform docs, "Configuration Versions API". */
export const configurationVersionRoutes = (world: HcpWorld, configurations: Configurations): ApiRoutes => {
  const { records } = world;
  return {
    'GET /workspaces/:workspace/configuration-versions': ({ actor, params }) => {
      const { id } = world.workspace(params.workspace, actor, 'read runs');
      return listed(
        records
          .list('configuration-versions')
          .filter((each) => refersTo(each, 'workspace', id))
          .toReversed(),
      );
    },
    'POST /workspaces/:workspace/configuration-versions': (call) => {
      const workspace = world.workspace(call.params.workspace, call.actor, 'plan');
      const sent = readAttributes('configuration-versions', form, sentOf(call, 'configuration-versions').attributes);
      const version = world.add(
        'configuration-versions',
        'cv',
        {
          ...{ 'auto-queue-runs': true, speculative: false, provisional: false, ...sent },
          ...{ status: 'pending', source: 'tfe-api', error: null, 'error-message': null, 'status-timestamps': {} },
          ...{ 'changed-files': [], 'created-at': world.clock.iso() },
        } as Resource<'configuration-versions'>['attributes'],
        { workspace: referTo(workspace), 'ingress-attributes': null },
      );
      const object = world.archive.awaitUpload((bytes) => take(world, workspace, version, bytes, call.actor));
      configurations.set(version.id, object);
      version.attributes['upload-url'] = world.urlOf(object);
      return created(version);
    },
    'GET /configuration-versions/:version': ({ actor, params }) =>
      ok(world.ofWorkspace('configuration-versions', params.version, actor, 'read runs').found),
    'GET /configuration-versions/:version/download': ({ actor, params }) => {
      const { found } = world.ofWorkspace('configuration-versions', params.version, actor, 'read runs');
      const bytes = configurations.tryRead(found.id);
      if (!bytes) throw notFound();
      return { status: 302, location: world.urlOf(world.archive.store(bytes)) };
    },
  };
};

/** Takes in what was uploaded: a gzipped tar, and nothing else is a configuration. */
function take(
  world: HcpWorld,
  workspace: Resource<'workspaces'>,
  version: Resource<'configuration-versions'>,
  bytes: Buffer,
  actor: Parameters<typeof createRun>[1]['actor'],
): void {
  const { attributes } = version;
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  attributes.status = isGzip ? 'uploaded' : 'errored';
  attributes['status-timestamps'] = { 'finished-at': world.clock.iso() };
  attributes['upload-url'] = null;
  if (!isGzip) {
    attributes.error = 'unpack_failed';
    attributes['error-message'] = 'The upload is no gzipped tar';
    return;
  }
  if (attributes.provisional !== true && !attributes.speculative)
    workspace.relations['current-configuration-version'] = referTo(version);
  // The bytes are kept after this: a run reads them when its turn comes.
  if (attributes['auto-queue-runs']) setImmediate(() => createRun(world, { workspace, version, actor, sent: {} }));
}
