import { Clock } from '../toolkit/clock';
import { idSequence } from '../toolkit/ids';
import {
  type Actor,
  mayManage,
  type OrganizationRight,
  rightsIn,
  rightsInProject,
  type WorkspaceRight,
} from './actors';
import { notFound } from './api/errors';
import { Archive, type StoredObject } from './archive';
import {
  type ExecutionMode,
  Records,
  type Reference,
  type Relations,
  type Resource,
  related,
  type Type,
} from './records';
import type { Log } from './runs/log';
import { Tokens } from './tokens';

/** What the double can be told to do differently. */
export interface HcpSettings {
  /** The one organization. @default 'example' */
  readonly organization: string;
  /** Name by which Terraform knows the host, and the issuer of workload identity tokens. @default 'app.terraform.io' */
  readonly hostname: string;
  /** Where workspaces run that do not say it. @default 'remote' */
  readonly defaultExecutionMode: ExecutionMode;
  /** Runs that may plan or apply at the same time; more wait. @default 1, as in the Free edition */
  readonly slots: number;
  /** Requests of one user in a second. @default 30 */
  readonly requestsPerSecond: number;
  /** Milliseconds after a cancellation until a run may be cancelled by force. @default 60000 */
  readonly coolOff: number;
  /** The instant at which the clock stands until it is set. @default 2026-01-01T00:00:00Z */
  readonly now: Date;
}

export const defaultHcpSettings: HcpSettings = {
  organization: 'example',
  hostname: 'app.terraform.io',
  defaultExecutionMode: 'remote',
  slots: 1,
  requestsPerSecond: 30,
  coolOff: 60_000,
  now: new Date('2026-01-01T00:00:00Z'),
};

/** Does what a run wants done outside the API. */
export interface Runs {
  /** Looks for runs that may go on. */
  wake(): void;
  /** Applies what a run has planned. */
  confirm(run: Resource<'runs'>): void;
  /** Ends a run that waits. */
  discard(run: Resource<'runs'>): void;
  /** Interrupts what a run does, gently or at once. */
  cancel(run: Resource<'runs'>, how: 'gently' | 'by force'): void;
  /** The plan of a run in JSON, where one was made. */
  planJson(run: Resource<'runs'>, how: 'whole' | 'redacted'): Promise<string | undefined>;
}

/** Everything that is kept of one organization, and what all subjects of the API share. */
export class HcpWorld {
  readonly records = new Records();
  readonly clock: Clock;
  readonly newId = idSequence(20_260_101);
  readonly tokens = new Tokens(this.newId);
  readonly archive = new Archive(this.newId);
  /** Values of sensitive variables, which the API never shows, by the id of the variable. */
  readonly secrets = new Map<string, string>();
  /** Logs of plans and applies, by id. */
  readonly logs = new Map<string, Log>();
  /** Tells what happens to runs: notifications and triggers listen. */
  readonly listeners: ((run: Resource<'runs'>) => void)[] = [];
  readonly organization: Resource<'organizations'>;
  /** Set when the double starts: runs need the world, and the world wakes them. */
  runs: Runs | undefined;
  /** Where it is reached: `http://127.0.0.1:4600`. */
  address = '';

  constructor(readonly settings: HcpSettings) {
    this.clock = new Clock(settings.now);
    const { organization: name, defaultExecutionMode } = settings;
    this.organization = this.records.add({
      type: 'organizations',
      id: name,
      attributes: {
        ...{ name, 'external-id': this.id('org'), 'created-at': this.clock.iso(), email: 'owner@example.com' },
        ...{
          'default-execution-mode': defaultExecutionMode,
          'allow-force-delete-workspaces': false,
          'cost-estimation-enabled': false,
        },
        ...{ 'assessments-enforced': false, 'collaborator-auth-policy': 'password', 'saml-enabled': false },
        ...{ 'send-passing-statuses-for-untriggered-speculative-plans': false, 'is-unified': false },
      },
      relations: { 'default-agent-pool': null, 'default-project': null },
    });
  }

  /** A new id: `ws-` and 16 letters or digits. */
  id = (prefix: string): string => `${prefix}-${this.newId(16)}`;

  /** Keeps a new record. */
  add<T extends Type>(
    type: T,
    prefix: string,
    attributes: Resource<T>['attributes'],
    relations: Relations,
  ): Resource<T> {
    return this.records.add({ type, id: this.id(prefix), attributes, relations });
  }

  /** The address of stored bytes. */
  urlOf = ({ id }: StoredObject): string => `${this.address}/_archivist/v1/object/${id}`;

  /** @throws ApiError 404 for any other organization, and for runs */
  checkOrganization(name: string | undefined, actor: Actor): void {
    if (name !== this.settings.organization || actor.kind === 'run') throw notFound();
  }

  /** @throws ApiError 404 where somebody may not manage it */
  checkMayManage(actor: Actor, right: OrganizationRight): void {
    if (!mayManage(this.records, actor, right)) throw notFound();
  }

  /** @throws ApiError 404 where there is no such workspace, or somebody may not do this in it */
  workspace(id: string | undefined, actor: Actor, right: WorkspaceRight): Resource<'workspaces'> {
    const workspace = this.records.tryFind('workspaces', id);
    if (!workspace || !rightsIn(this.records, actor, workspace).has(right)) throw notFound();
    return workspace;
  }

  /** @throws ApiError 404 where there is no such project, or somebody may not do this in it */
  project(id: string | undefined, actor: Actor, right: 'read' | 'create workspaces' | 'admin'): Resource<'projects'> {
    const project = this.records.tryFind('projects', id);
    if (!project || !rightsInProject(this.records, actor, project).has(right)) throw notFound();
    return project;
  }

  /** @throws ApiError 404 where there is no such record */
  find<T extends Type>(type: T, id: string | undefined): Resource<T> {
    const found = this.records.tryFind(type, id);
    if (!found) throw notFound();
    return found;
  }

  /** A record that belongs to a workspace, with it. */
  ofWorkspace<T extends Type>(
    type: T,
    id: string | undefined,
    actor: Actor,
    right: WorkspaceRight,
  ): { readonly found: Resource<T>; readonly workspace: Resource<'workspaces'> } {
    const found = this.find(type, id);
    const workspace = related(this.records, found, 'workspace', 'workspaces');
    return { found, workspace: this.workspace(workspace?.id, actor, right) };
  }

  /** A reference to the organization, as most records have one. */
  ofOrganization = (): Reference => ({ type: 'organizations', id: this.settings.organization });
}
