import { restService } from '../../toolkit/routes';
import type { RestService } from '../../toolkit/service';
import { leftIn } from '../../toolkit/store';
import type { Inventory, World } from '../../world';
import { analyzerOperations } from './analyzers';
import { type AnalyzerOperations, routes } from './api';
import { archiveRuleOperations } from './archive-rules';
import { findingOperations } from './findings';
import { roleUse } from './service-linked-role';
import { AccessAnalyzerState } from './state';
import { tagOperations } from './tags';

/** What IAM asks of Access Analyzer. */
export interface AccessAnalyzer {
  /** Why the service-linked role of the account may not be deleted, or undefined where it may. */
  roleUse(account: string): string | undefined;
}

/** IAM Access Analyzer: analyzers and archive rules, in an emulated AWS where nothing is shared and so nothing is found. */
export function accessanalyzer(world: World): RestService & Inventory & AccessAnalyzer {
  const state = new AccessAnalyzerState(world);
  world.organization.onLeave((account) => state.analyzers.deleteAll(account));
  const handlers: AnalyzerOperations = {
    ...analyzerOperations(state),
    ...archiveRuleOperations(state),
    ...findingOperations(state),
    ...tagOperations(state),
  };
  return {
    ...restService('access-analyzer', routes, handlers),
    roleUse: (account) => roleUse(state, account),
    leftovers: () => leftIn(state.analyzers, 'access-analyzer'),
  };
}
