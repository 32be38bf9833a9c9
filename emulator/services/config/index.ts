import type { Service } from '../../toolkit/service';
import type { Store } from '../../toolkit/store';
import type { Inventory, World } from '../../world';
import { aggregatorOperations, authorizationOperations } from './aggregation';
import { deliveryChannelOperations } from './delivery-channel';
import { organizationPacks } from './organization-packs';
import { organizationRules } from './organization-rules';
import { packOperations } from './packs';
import { recorderOperations } from './recorder';
import { remediationOperations } from './remediation';
import { retentionOperations } from './retention';
import { ruleOperations } from './rules';
import { ConfigState } from './state';

/** AWS Config, and what the other services ask of it. */
export interface ConfigService {
  /** Whether the recorder of this account and region is recording. */
  isRecording(account: string, region: string): boolean;
}

/** AWS Config in all accounts and regions, from the recorder to the conformance packs of the organization. */
export function config(world: World): Service & Inventory & ConfigService {
  const state = new ConfigState(world);
  const features = [organizationPacks(state), organizationRules(state)];

  return {
    protocol: 'json',
    name: 'config',
    operations: {
      ...recorderOperations(state, async (place) => {
        for (const { deployments } of features) await deployments.resume(place);
      }),
      ...deliveryChannelOperations(state),
      ...retentionOperations(state),
      ...aggregatorOperations(state),
      ...authorizationOperations(state),
      ...ruleOperations(state),
      ...remediationOperations(state),
      ...packOperations(state),
      ...state.tags.operations(),
      ...Object.assign({}, ...features.map(({ operations }) => operations)),
    },
    isRecording: (account, region) => state.recorder({ account, region })?.recording ?? false,
    leftovers: () => [
      ...resources(state.recorders, 'configuration-recorder'),
      ...resources(state.deliveryChannels, 'delivery-channel'),
      ...resources(state.retentionConfigurations, 'retention-configuration'),
      ...resources(state.aggregators, 'configuration-aggregator'),
      ...resources(state.authorizations, 'aggregation-authorization'),
      ...resources(state.rules, 'config-rule'),
      ...resources(state.packs, 'conformance-pack'),
      ...features.flatMap(({ deployments }) => deployments.leftovers()),
    ],
  };
}

function resources(store: Store<unknown>, type: string): { account: string; resource: string }[] {
  return store
    .entries()
    .map(([[account = '', region, ...id]]) => ({ account, resource: `${region} ${type} ${id.join('/')}` }));
}
