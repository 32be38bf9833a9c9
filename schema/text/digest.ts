import { createHash } from 'node:crypto';

/** The SHA-256 of a text or of the bytes of a file, in hexadecimal digits. */
export const sha256Of = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');

/** Its first digits: a short name for what is too long to be one. */
export const digestOf = (text: string, digits = 8): string => sha256Of(text).slice(0, digits);
