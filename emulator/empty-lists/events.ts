import type { EmptyLists } from './empty-list';

/** Source: botocore's model events/2015-10-07. */
export const events: EmptyLists = {
  ListEndpoints: ['Endpoints', 'CreateEndpoint'],
};
