import { createHash } from 'node:crypto';

/** The first hexadecimal digits of the SHA-256 of a text: a short name for what is too long to be one. */
export const digestOf = (text: string, digits = 8): string =>
  createHash('sha256').update(text).digest('hex').slice(0, digits);
