import type { Paging } from '../../toolkit/pages';
import { invalid } from './errors';

/** How Lake Formation cuts its lists. Source: botocore's model lakeformation/2017-03-31, PageSize. */
export const paging: Paging = {
  usual: 1000,
  most: 1000,
  refuseSize: () => invalid('MaxResults must be between 1 and 1000'),
  refuseToken: () => invalid('NextToken is not valid'),
};
