import type { EmptyLists } from './empty-list';

/** Source: botocore's model lambda/2015-03-31. */
export const lambda: EmptyLists = {
  ListCapacityProviders: ['CapacityProviders', 'CreateCapacityProvider', 'GET /2025-11-30/capacity-providers'],
  ListCodeSigningConfigs: ['CodeSigningConfigs', 'CreateCodeSigningConfig', 'GET /2020-04-22/code-signing-configs'],
};
