import type { Call, Json, Route } from '../../toolkit/untyped';
import { readDataSources } from './data-sources';
import { describeDataSources, updatedAt } from './detectors';
import { invalidInput, NOT_ASSOCIATED } from './errors';
import { FeatureSet } from './features';
import { ownMembers } from './members';
import { processAccounts, route } from './routes';
import { type Detector, type GuardDutyState, isAssociated } from './state';

/** The detectors of member accounts, which their administrator reads and configures for them. */
export function memberDetectorRoutes(state: GuardDutyState): Route[] {
  const members = '/detector/:detectorId/member';
  return [
    route('POST', `${members}/detector/get`, 'GetMemberDetectors', (call) => getMemberDetectors(state, call)),
    route('POST', `${members}/detector/update`, 'UpdateMemberDetectors', (call) => updateMemberDetectors(state, call)),
  ];
}

function getMemberDetectors(state: GuardDutyState, call: Call): Json {
  const members: Json[] = [];
  const unprocessed = eachDetector(state, call, (detector) => {
    members.push({
      accountId: detector.account,
      dataSources: describeDataSources(detector),
      features: detector.features.list(updatedAt),
    });
  });
  return { members, ...unprocessed };
}

function updateMemberDetectors(state: GuardDutyState, call: Call): Json {
  const { features = [], dataSources } = call.input;
  const switches = readDataSources(dataSources);
  if (features.length === 0 && switches.length === 0) throw invalidInput();
  // A wrong value refuses the whole request, whichever accounts it names.
  FeatureSet.ofDetector().update(features);
  return eachDetector(state, call, (detector) => {
    detector.features.update(features);
    for (const [name, on] of switches) detector.features.set(name, on ? 'ENABLED' : 'DISABLED');
  });
}

function eachDetector(state: GuardDutyState, call: Call, act: (detector: Detector) => void): Json {
  const associated = ownMembers(state, call).filter(isAssociated);
  return processAccounts(call.input.accountIds, (account) => {
    const detector = state.detectors.get(account, call.region);
    if (detector === undefined || !associated.some((member) => member.account === account)) return NOT_ASSOCIATED;
    act(detector);
    return undefined;
  });
}
