import type { Call, Json, Route } from '../../toolkit/untyped';
import { readDataSources, writeDataSources } from './data-sources';
import { badRequest, invalidInput, memberMayNotManage } from './errors';
import { defaultFeatures, FeatureSet, type FeatureStatus } from './features';
import { autoEnableAll, followAdministrator } from './membership';
import { page, route } from './routes';
import { type Detector, type GuardDutyState, isAssociated, TIMESTAMP } from './state';
import { checkTags } from './tags';

/** The detector of an account in a region: at most one, and never away from under an administrator or its members. */
export function detectorRoutes(state: GuardDutyState): Route[] {
  return [
    route('POST', '/detector', 'CreateDetector', (call) => createDetector(state, call)),
    route('GET', '/detector', 'ListDetectors', ({ account, region, input }) => {
      const detector = state.detectors.get(account, region);
      return page('detectorIds', detector ? [detector.id] : [], input);
    }),
    route('GET', '/detector/:detectorId', 'GetDetector', (call) => describeDetector(state.findDetector(call))),
    route('POST', '/detector/:detectorId', 'UpdateDetector', (call) => updateDetector(state, call)),
    route('DELETE', '/detector/:detectorId', 'DeleteDetector', (call) =>
      deleteDetector(state, state.findDetector(call)),
    ),
    // No finding is ever generated here, so every list of them is truly empty.
    route('POST', '/detector/:detectorId/findings', 'ListFindings', (call) => {
      state.findDetector(call);
      return page('findingIds', [], call.input);
    }),
  ];
}

function createDetector(state: GuardDutyState, { account, region, input }: Call): Json {
  if (state.detectors.get(account, region)) {
    throw badRequest('The request is rejected because a detector already exists for the current account.');
  }
  if (typeof input.enable !== 'boolean') throw invalidInput();
  const { findingPublishingFrequency = 'SIX_HOURS', tags = {} } = input;
  checkFrequency(findingPublishingFrequency);
  const features = FeatureSet.ofDetector(defaultFeatures);
  configure(features, input);
  const detector = state.createDetector(account, region, {
    status: input.enable ? 'ENABLED' : 'DISABLED',
    findingPublishingFrequency,
    features,
    tags: checkTags(tags),
  });
  autoEnableAll(state, region);
  return { detectorId: detector.id };
}

function updateDetector(state: GuardDutyState, call: Call): Json {
  const detector = state.findDetector(call);
  const { enable, findingPublishingFrequency: frequency, features, dataSources } = call.input;
  checkFrequency(frequency);
  const status = enable === undefined ? detector.status : enable ? 'ENABLED' : 'DISABLED';
  const changesStatus = status !== detector.status;
  const changesFrequency = frequency !== undefined && frequency !== detector.findingPublishingFrequency;
  const changesFeatures = features?.length > 0 || readDataSources(dataSources).length > 0;
  if (state.membershipOf(detector.account, detector.region)) {
    if (changesStatus || changesFrequency || changesFeatures) throw memberMayNotManage();
  }
  if (status === 'DISABLED' && changesStatus) refuseWithMembers(state, detector, 'disable');
  configure(detector.features, call.input);
  detector.status = status;
  detector.findingPublishingFrequency = frequency ?? detector.findingPublishingFrequency;
  for (const member of state.membersOf(detector.account, detector.region).filter(isAssociated)) {
    followAdministrator(state, detector.account, member.account, detector.region);
  }
  return {};
}

function deleteDetector(state: GuardDutyState, detector: Detector): Json {
  const { account, region } = detector;
  const membership = state.membershipOf(account, region);
  if (membership && state.isOrganizationMember(membership)) throw memberMayNotManage();
  refuseWithMembers(state, detector, 'delete');
  if (membership) membership.status = 'Resigned';
  for (const member of state.membersOf(account, region)) state.members.delete(region, account, member.account);
  state.detectors.delete(account, region);
  return {};
}

function refuseWithMembers(state: GuardDutyState, { account, region }: Detector, verb: string): void {
  const bound = state.membersOf(account, region).some((member) => isAssociated(member) || member.status === 'Invited');
  if (!bound) return;
  throw badRequest(
    `The request is rejected because the current account cannot ${verb} detector while it has invited or associated members.`,
  );
}

function configure(features: FeatureSet<FeatureStatus>, input: Json): void {
  features.update(input.features ?? []);
  for (const [name, on] of readDataSources(input.dataSources)) features.set(name, on ? 'ENABLED' : 'DISABLED');
}

function checkFrequency(frequency: unknown): void {
  const permitted: unknown[] = [undefined, 'FIFTEEN_MINUTES', 'ONE_HOUR', 'SIX_HOURS'];
  if (!permitted.includes(frequency)) throw invalidInput();
}

function describeDetector(detector: Detector): Json {
  const foundation = ['CLOUD_TRAIL', 'DNS_LOGS', 'FLOW_LOGS'];
  return {
    createdAt: TIMESTAMP,
    updatedAt: TIMESTAMP,
    status: detector.status,
    findingPublishingFrequency: detector.findingPublishingFrequency,
    serviceRole: `arn:aws:iam::${detector.account}:role/aws-service-role/guardduty.amazonaws.com/AWSServiceRoleForAmazonGuardDuty`,
    dataSources: describeDataSources(detector),
    features: [
      ...foundation.map((name) => ({ name, status: 'ENABLED', ...updatedAt })),
      ...detector.features.list(updatedAt),
    ],
    tags: detector.tags,
  };
}

/** The data sources of a detector, the foundational ones included: those cannot be turned off. */
export function describeDataSources(detector: Detector): Json {
  const foundation = { status: 'ENABLED' };
  return {
    cloudTrail: foundation,
    dnsLogs: foundation,
    flowLogs: foundation,
    ...writeDataSources((feature) => ({ status: detector.features.get(feature) })),
  };
}

/** What each feature carries, in epoch seconds as the protocol wants it. */
export const updatedAt = { updatedAt: Date.parse(TIMESTAMP) / 1000 };
