import { z } from 'zod';
import { accountIdPattern, kebabPattern, oneLinePattern, type Pattern, taggablePattern } from '../facts/patterns';

/** Text of a pattern. */
export const matching = ({ regex, rule }: Pattern) => z.string().regex(regex, rule);

/** Lower-case words joined by hyphens; becomes a construct id, a folder name and part of bucket names. */
export const kebabName = (max: number) => matching(kebabPattern).max(max, `must have at most ${max} characters`);

/** Twelve digits: the id of an AWS account. */
export const accountId = matching(accountIdPattern);

export const emailAddress = z.email('must be an e-mail address');

/** Key of a tag: 1 to 128 of the characters that AWS takes. */
export const tagKey = matching(taggablePattern).min(1, 'must not be empty').max(128);

/** Value of a tag: up to 256 of the characters that AWS takes. */
const tagValue = matching(taggablePattern).max(256);

/** Value of a tag that says something. */
export const filledTagValue = tagValue.min(1, 'must not be empty');

/** Tags of a resource. */
export const tags = z.record(tagKey, tagValue);

/** Text in one line that is not empty, at most so long. */
export const oneLine = (max: number) =>
  matching(oneLinePattern)
    .min(1, 'must not be empty')
    .max(max, `must have at most ${max.toLocaleString('en-US')} characters`);
