import type { MemberDataSourceConfiguration } from '@aws-sdk/client-guardduty';
import type { GuardDutyCall, GuardDutyOperations, Shape } from './api';
import { readDataSources } from './data-sources';
import { configureDetector, describeFeatures, detectorFeatures } from './detector-features';
import { describeDataSources } from './detectors';
import { invalidInput, notAssociated } from './errors';
import { processAccounts } from './lists';
import { ownMembers } from './members';
import { type Detector, type GuardDutyState, isAssociated } from './state';

/** The detectors of member accounts, which their administrator reads and configures for them. */
export const memberDetectorOperations = (state: GuardDutyState): GuardDutyOperations => ({
  GetMemberDetectors: (call) => {
    const members: Shape<MemberDataSourceConfiguration>[] = [];
    const unprocessed = eachDetector(state, call, (detector) => {
      members.push({
        accountId: detector.account,
        dataSources: describeDataSources(detector),
        features: describeFeatures(detector.features),
      });
    });
    return { members, ...unprocessed };
  },
  UpdateMemberDetectors: (call) => {
    const { features = [], dataSources } = call.input;
    if (features.length === 0 && readDataSources(dataSources).length === 0) throw invalidInput();
    // A wrong value refuses the whole request, whichever accounts it names.
    configureDetector(detectorFeatures(state.world.clock), call.input);
    return eachDetector(state, call, (detector) => configureDetector(detector.features, call.input));
  },
});

function eachDetector(
  state: GuardDutyState,
  call: GuardDutyCall<'GetMemberDetectors' | 'UpdateMemberDetectors'>,
  act: (detector: Detector) => void,
) {
  const associated = ownMembers(state, call).filter(isAssociated);
  return processAccounts(call.input.accountIds, (account) => {
    const detector = state.detectors.get(account, call.region);
    if (detector === undefined || !associated.some((member) => member.account === account)) return notAssociated;
    act(detector);
    return undefined;
  });
}
