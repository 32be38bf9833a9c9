import { z } from 'zod';

/**
 * The address of an account's root user, by the rules of Organizations, which are not those of other e-mail. Source: Organizations API
 * Reference, CreateAccount, `Email`.
 */
export const rootAddress = z
  .string()
  .regex(
    /^(?=.{6,})(?!\.)(?:(?![\s"'()<>[\]:;,\\|%&@])[!-~])+@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?$/,
    'must be an e-mail address that AWS takes: ASCII, without spaces and " \' ( ) < > [ ] : ; , \\ | % & before the @',
  )
  .regex(/@[^@]*\.|^[^@]*$/, 'must be an e-mail address: its domain has at least one dot')
  .max(64, 'must have at most 64 characters');
