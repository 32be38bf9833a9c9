import { paged } from '../../toolkit/paged';
import type { JsonService } from '../../toolkit/service';
import { leftIn } from '../../toolkit/store';
import type { Inventory, World } from '../../world';
import { aggregateOperations } from './aggregates';
import { aggregatorOperations, authorizationOperations } from './aggregation';
import type { ConfigOperations } from './api';
import { complianceOperations } from './compliance';
import { deliveryChannelOperations } from './delivery-channel';
import { organizationPackOperations, organizationPacks } from './organization-packs';
import { organizationRuleOperations, organizationRules } from './organization-rules';
import { packOperations } from './packs';
import { lists, style } from './paging';
import { recorderOperations } from './recorder';
import { remediationOperations } from './remediation';
import { retentionOperations } from './retention';
import { ruleOperations } from './rules';
import { ConfigState } from './state';
import { tagOperations } from './tags';

/** AWS Config, and what the other services ask of it. */
export interface ConfigService {
  /** Whether the recorder of this account and region is recording. */
  isRecording(account: string, region: string): boolean;
}

/** AWS Config in all accounts and regions, from the recorder to the conformance packs of the organization. */
export function config(world: World): JsonService & Inventory & ConfigService {
  const state = new ConfigState(world);
  const packs = organizationPacks(state);
  const rules = organizationRules(state);
  const operations: ConfigOperations = {
    ...recorderOperations(state, async (scope) => {
      await packs.resume(scope);
      await rules.resume(scope);
    }),
    ...deliveryChannelOperations(state),
    ...retentionOperations(state),
    ...aggregatorOperations(state),
    ...authorizationOperations(state),
    ...aggregateOperations(state),
    ...ruleOperations(state),
    ...complianceOperations(state),
    ...remediationOperations(state),
    ...packOperations(state),
    ...organizationPackOperations(state, packs),
    ...organizationRuleOperations(state, rules),
    ...tagOperations(state),
  };
  return {
    protocol: 'json',
    name: 'config',
    operations: paged(operations, lists, style),
    isRecording: (account, region) => state.recorder({ account, region })?.recording ?? false,
    leftovers: () => [
      ...leftIn(state.recorders, 'configuration-recorder'),
      ...leftIn(state.deliveryChannels, 'delivery-channel'),
      ...leftIn(state.retentionConfigurations, 'retention-configuration'),
      ...leftIn(state.aggregators, 'configuration-aggregator'),
      ...leftIn(state.authorizations, 'aggregation-authorization'),
      ...leftIn(state.rules, 'config-rule'),
      ...leftIn(state.packs, 'conformance-pack'),
      ...packs.leftovers(),
      ...rules.leftovers(),
    ],
  };
}
