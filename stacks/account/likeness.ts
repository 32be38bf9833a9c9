import type { PlacedRole } from '../../schema/forms/made-role-view';
import type { Account } from '../../schema/landing-zone';
import type { Likeness } from '../kernel/draft';
import type { Protected } from '../kernel/kept';
import type { PackNeeds } from './pack-needs';

/** All by which the stack of an account differs from that of another account. */
export interface AccountSubject {
  readonly account: Account;
  readonly packNeeds: PackNeeds;
  readonly roles: readonly PlacedRole[];
  /** What the ledger knows of its stack. */
  readonly known: Protected | undefined;
  /** What of that was kept in AWS. */
  readonly kept: Protected | undefined;
}

/** What the stack of an account says of it and nobody else; everything else decides what is in the stack. */
export const accountLikeness: Likeness<AccountSubject> = {
  wordsOf: ({ account: { name, email, owner, id = '', tags } }) => [name, email, owner, id, ...Object.values(tags)],
  withWords: ({ account, ...others }, [name = '', email = '', owner = '', id = '', ...values]) => ({
    account: {
      ...account,
      name,
      key: name,
      email,
      owner,
      id: account.id && id,
      tags: Object.fromEntries(Object.keys(account.tags).map((key, index) => [key, values[index] ?? ''])),
      // Where it is written down, and what AWS calls it, its stack does not say.
      file: '',
      displayName: undefined,
    },
    ...others,
  }),
};
