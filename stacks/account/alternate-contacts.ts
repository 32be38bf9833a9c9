import { AccountAlternateContact } from '@cdktf/provider-aws/lib/account-alternate-contact';
import type { Construct } from 'constructs';
import { contactTypes } from '../../schema/forms/contacts';
import { LandingZoneStack } from '../kernel/landing-zone-stack';
import { Part } from '../kernel/part';

/**
 * Whom AWS writes to and calls about the account. The account sets them itself, which works outside the organization too and needs no
 * trusted access of `account.amazonaws.com`; within it, the control `organization-contacts` lets nobody but the deploy role do so.
 */
export class AlternateContacts extends Part {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const { zone, here } = LandingZoneStack.of(this);
    const contacts = { ...zone.contacts, ...here.account.contacts };
    for (const [kind, alternateContactType] of Object.entries(contactTypes)) {
      const contact = contacts[kind as keyof typeof contactTypes];
      if (!contact) continue;
      new AccountAlternateContact(this, `contact-${kind}`, {
        ...here.home,
        alternateContactType,
        name: contact.name,
        title: contact.title,
        emailAddress: contact.email,
        phoneNumber: contact.phone,
      });
    }
  }
}
