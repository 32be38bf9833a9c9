import { tagRecord, tagsOfRecord } from '../../toolkit/tags';
import type { GuardDutyCall, GuardDutyOperations, Output } from './api';
import { readDataSources, writeDataSources } from './data-sources';
import { configureDetector, describeFeatures, detectorFeatures } from './detector-features';
import { badRequest, invalidInput, memberMayNotManage } from './errors';
import { defaultFeatures } from './features';
import { pageOf } from './lists';
import { autoEnableAll, followAdministrator } from './membership';
import { type Detector, type GuardDutyState, isAssociated } from './state';
import { checkTags } from './tags';

/** The detector of an account in a region: at most one, and never away from under an administrator or its members. */
export const detectorOperations = (state: GuardDutyState): GuardDutyOperations => ({
  CreateDetector: (call) => createDetector(state, call),
  ListDetectors: ({ account, region, input }) => {
    const detector = state.detectors.get(account, region);
    const { items, token } = pageOf(detector ? [detector.id] : [], input);
    return { detectorIds: items, ...token };
  },
  GetDetector: (call) => describeDetector(state.findDetector(call)),
  UpdateDetector: (call) => updateDetector(state, call),
  DeleteDetector: (call) => deleteDetector(state, state.findDetector(call)),
  // No finding is ever generated here, so every list of them is truly empty.
  ListFindings: (call) => {
    state.findDetector(call);
    const { items, token } = pageOf<string>([], call.input);
    return { findingIds: items, ...token };
  },
});

function createDetector(state: GuardDutyState, call: GuardDutyCall<'CreateDetector'>) {
  const { account, region, input } = call;
  if (state.detectors.get(account, region))
    throw badRequest('The request is rejected because a detector already exists for the current account.');
  if (typeof input.enable !== 'boolean') throw invalidInput();
  const { findingPublishingFrequency = 'SIX_HOURS' } = input;
  checkFrequency(findingPublishingFrequency);
  const features = detectorFeatures(state.world.clock, defaultFeatures);
  configureDetector(features, input);
  const tags = tagsOfRecord(input.tags);
  checkTags(tags);
  const status = input.enable ? 'ENABLED' : 'DISABLED';
  const detector = state.createDetector(call, { status, findingPublishingFrequency, features, tags });
  autoEnableAll(state, region);
  return { detectorId: detector.id };
}

function updateDetector(state: GuardDutyState, call: GuardDutyCall<'UpdateDetector'>) {
  const detector = state.findDetector(call);
  const { enable, findingPublishingFrequency: frequency, features = [], dataSources } = call.input;
  checkFrequency(frequency);
  const status = enable === undefined ? detector.status : enable ? 'ENABLED' : 'DISABLED';
  const changesFrequency = frequency !== undefined && frequency !== detector.findingPublishingFrequency;
  const changesFeatures = features.length > 0 || readDataSources(dataSources).length > 0;
  const changes = status !== detector.status || changesFrequency || changesFeatures;
  if (changes && state.membershipOf(detector)) throw memberMayNotManage();
  if (status === 'DISABLED' && status !== detector.status) refuseWithMembers(state, detector, 'disable');
  configureDetector(detector.features, call.input);
  detector.status = status;
  detector.findingPublishingFrequency = frequency ?? detector.findingPublishingFrequency;
  detector.updatedAt = state.world.clock.iso();
  for (const member of state.membersOf(detector).filter(isAssociated))
    followAdministrator(state, detector.account, member);
  return {};
}

function deleteDetector(state: GuardDutyState, detector: Detector) {
  const membership = state.membershipOf(detector);
  if (membership && state.isOrganizationMember(membership)) throw memberMayNotManage();
  refuseWithMembers(state, detector, 'delete');
  if (membership) state.relate(membership, 'Resigned');
  for (const member of state.membersOf(detector)) state.forget(member);
  state.detectors.delete(detector.account, detector.region);
  return {};
}

function refuseWithMembers(state: GuardDutyState, detector: Detector, verb: string): void {
  if (state.membersOf(detector).some((member) => isAssociated(member) || member.status === 'Invited'))
    throw badRequest(
      `The request is rejected because the current account cannot ${verb} detector while it has invited or associated members.`,
    );
}

function checkFrequency(frequency: string | undefined): void {
  const permitted = [undefined, 'FIFTEEN_MINUTES', 'ONE_HOUR', 'SIX_HOURS'];
  if (!permitted.includes(frequency)) throw invalidInput();
}

const describeDetector = (detector: Detector): Output<'GetDetector'> => ({
  createdAt: detector.createdAt,
  updatedAt: detector.updatedAt,
  status: detector.status,
  findingPublishingFrequency: detector.findingPublishingFrequency,
  serviceRole: `arn:aws:iam::${detector.account}:role/aws-service-role/guardduty.amazonaws.com/AWSServiceRoleForAmazonGuardDuty`,
  dataSources: describeDataSources(detector),
  features: [
    ...(['CLOUD_TRAIL', 'DNS_LOGS', 'FLOW_LOGS'] as const).map((name) => ({
      name,
      status: 'ENABLED' as const,
      updatedAt: detector.features.since,
    })),
    ...describeFeatures(detector.features),
  ],
  tags: tagRecord(detector.tags),
});

/** The data sources of a detector, the foundational ones included: those cannot be turned off. */
export const describeDataSources = ({ features }: Detector) => ({
  cloudTrail: { status: 'ENABLED' as const },
  dnsLogs: { status: 'ENABLED' as const },
  flowLogs: { status: 'ENABLED' as const },
  ...writeDataSources((feature) => ({ status: features.get(feature) })),
});
