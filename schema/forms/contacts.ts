import { z } from 'zod';
import { contactEmailPattern, phonePattern } from '../facts/patterns';
import { matching, oneLine } from './text';

/** Kinds of alternate contacts, as settings name them, with the API's names. */
export const contactTypes = { billing: 'BILLING', operations: 'OPERATIONS', security: 'SECURITY' } as const;

/**
 * Whom AWS writes to and calls. The data is personal where it is that of a person, and everybody who reads the repository or the state
 * reads it: name a team, with an address and a number that outlive each of its members.
 */
const contactForm = z.strictObject({
  /** `Security team`: at most 64 characters. */
  name: oneLine(64),
  /** `On call`: at most 50 characters. */
  title: oneLine(50),
  email: matching(contactEmailPattern).max(254, 'must have at most 254 characters'),
  /** `+49 30 1234567`: at most 25 characters. */
  phone: matching(phonePattern).max(25, 'must have at most 25 characters'),
});

/** Alternate contacts of accounts, beside the root user's address: each kind is optional. */
export const contactsForm = z.strictObject({
  /** Told of invoices and payments. @default - the root user's address */
  billing: contactForm.optional(),
  /** Told of maintenance and outages. @default - the root user's address */
  operations: contactForm.optional(),
  /** Told of abuse, leaked keys and vulnerabilities. The control `organization-contacts` reports an account without one. @default - none */
  security: contactForm.optional(),
});
