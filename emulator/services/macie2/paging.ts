import type { PagedList, PageStyle } from '../../toolkit/paged';
import { invalid } from './errors';

/** Source: botocore's model macie2/2020-01-01, MaxResults. */
export const lists: Readonly<Record<string, PagedList>> = {
  ListFindingsFilters: ['findingsFilterListItems', 25],
  ListInvitations: ['invitations', 25],
  ListMembers: ['members', 25],
  ListOrganizationAdminAccounts: ['adminAccounts', 25],
};

export const style: PageStyle = {
  read: ({ maxResults, nextToken }) => ({
    size: maxResults as number | undefined,
    token: nextToken as string | undefined,
  }),
  token: 'nextToken',
  refuseSize: () => invalid('maxResults must be between 1 and 25'),
  refuseToken: () => invalid('the nextToken is not valid'),
};
