import { z } from 'zod';

const characters = /^[\p{Ll}\p{Lo}\p{N} _.:/=+\-@%]*$/u;
const rule =
  'has lower-case letters, digits, spaces and _ . : / = + - @ % only: Lake Formation keeps LF-tags in lower case';

/** Key of an LF-tag, `team:data`. Length and characters: Lake Formation API model, LFTagKey. */
export const lfTagKey = z.string().min(1, 'must not be empty').max(128).regex(characters, rule);

/** Value of an LF-tag; the provider takes one character fewer than the API's 256. */
export const lfTagValue = z.string().min(1).max(255).regex(characters, rule);

/** LF-tags on a database, table or column: one value for a key. */
export const lfTagsOn = z.record(lfTagKey, lfTagValue).default({});
