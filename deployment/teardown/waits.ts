/** Something that AWS refuses for now, and lets go later. */
interface Wait {
  readonly error: RegExp;
  readonly says: string;
}

/**
 * Errors that a teardown ends with as long as AWS takes its time. Sources: Organizations API Reference, errors of DeleteOrganizationalUnit,
 * DeleteOrganization and CloseAccount; terraform-provider-aws#44294 for the last.
 */
const waits: readonly Wait[] = [
  {
    error: /OrganizationalUnitNotEmptyException|OrganizationNotEmptyException/,
    says: 'AWS keeps a closed account for 90 days, and neither its OU nor the organization goes before it',
  },
  {
    error: /CLOSE_ACCOUNT_QUOTA_EXCEEDED|CLOSE_ACCOUNT_REQUESTS_LIMIT_EXCEEDED/,
    says: 'AWS closes no more accounts for now: so many in 30 days, and three at once',
  },
  {
    error: /unexpected state '', wanted target/,
    says: 'AWS has taken the closing of an account, which this version of the provider does not see (docs/provider.md)',
  },
];

/** What AWS takes its time for, where that is all that went wrong; undefined where anything else did. */
export function tryWait(errors: string): string | undefined {
  const each = errors.split(/^(?=Error: )/m).filter((text) => text.startsWith('Error: '));
  const known = each.map((text) => waits.find(({ error }) => error.test(text.replace(/\s+/g, ' '))));
  return each.length > 0 && known.every((wait) => wait !== undefined)
    ? [...new Set(known.map((wait) => wait?.says))].join('; ')
    : undefined;
}
