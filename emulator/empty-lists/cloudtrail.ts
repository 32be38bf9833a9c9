import type { EmptyLists } from './empty-list';

/** Source: botocore's model cloudtrail/2013-11-01. */
export const cloudtrail: EmptyLists = {
  ListChannels: ['Channels', 'CreateChannel'],
  ListDashboards: ['Dashboards', 'CreateDashboard'],
  ListEventDataStores: ['EventDataStores', 'CreateEventDataStore'],
  ListImports: ['Imports', 'StartImport'],
};
