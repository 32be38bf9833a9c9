import type { EmptyLists } from './empty-list';

/** Source: botocore's model kms/2014-11-01. */
export const kms: EmptyLists = {
  DescribeCustomKeyStores: ['CustomKeyStores', 'CreateCustomKeyStore'],
};
