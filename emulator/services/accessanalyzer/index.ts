import type { Service } from '../../toolkit/service';
import type { Call, Json, Route } from '../../toolkit/untyped';
import type { Inventory, World } from '../../world';
import { analyzerRoutes } from './analyzers';
import { archiveRuleRoutes } from './archive-rules';
import { invalid } from './errors';
import { roleUse } from './service-linked-role';
import { AccessAnalyzerState } from './state';

/** What IAM asks of Access Analyzer. */
export interface AccessAnalyzer {
  /** Why the service-linked role of the account may not be deleted, or undefined where it may. */
  roleUse(account: string): string | undefined;
}

/** IAM Access Analyzer: analyzers and archive rules, in an emulated AWS where nothing is shared and so nothing is found. */
export function accessanalyzer(world: World): Service & Inventory & AccessAnalyzer {
  const state = new AccessAnalyzerState(world);
  world.organization.onLeave((account) => {
    for (const [key] of state.analyzers.entries()) {
      if (key[0] === account) state.analyzers.delete(...key);
    }
  });
  return {
    protocol: 'rest',
    name: 'access-analyzer',
    routes: [...analyzerRoutes(state), ...archiveRuleRoutes(state), ...findingRoutes(state), ...tagRoutes(state)],
    roleUse: (account) => roleUse(state, account),
    leftovers: () =>
      state.analyzers
        .entries()
        .map(([[account = '', region, name]]) => ({ account, resource: `${region} access-analyzer ${name}` })),
  };
}

function findingRoutes(state: AccessAnalyzerState): Route[] {
  const listFindings = (call: Call): Json => {
    const { type } = state.findByArn(call, call.input.analyzerArn);
    if (type !== 'ACCOUNT' && type !== 'ORGANIZATION') {
      throw invalid('ListFindings is supported only for external access analyzers', 'notSupported');
    }
    return { findings: [] };
  };
  const listFindingsV2 = (call: Call): Json => {
    state.findByArn(call, call.input.analyzerArn);
    return { findings: [] };
  };
  return [
    { method: 'POST', path: '/finding', operation: 'ListFindings', handle: listFindings },
    { method: 'POST', path: '/findingv2', operation: 'ListFindingsV2', handle: listFindingsV2 },
  ];
}

function tagRoutes(state: AccessAnalyzerState): Route[] {
  const path = '/tags/:resourceArn';
  const tagsOf = (call: Call) => state.findByArn(call, call.input.resourceArn).tags;
  const tag = (call: Call): Json => {
    Object.assign(tagsOf(call), call.input.tags);
    return {};
  };
  const untag = (call: Call): Json => {
    for (const key of [call.input.tagKeys].flat()) delete tagsOf(call)[key];
    return {};
  };
  return [
    { method: 'GET', path, operation: 'ListTagsForResource', handle: (call) => ({ tags: tagsOf(call) }) },
    { method: 'POST', path, operation: 'TagResource', handle: tag },
    { method: 'DELETE', path, operation: 'UntagResource', handle: untag },
  ];
}
