import type { z } from 'zod';

/** `a string`, `an array`, in the words of a person. */
export const withArticle = (type: string): string =>
  ({ int: 'a whole number', record: 'an object', nan: 'a number' })[type] ??
  (/^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`);

const units: Readonly<Record<string, string>> = { string: 'character', array: 'item', set: 'item' };

/** A limit with what it counts: `64 characters`. That of a number counts nothing. */
export function limitOf(limit: number | bigint, origin: string): string {
  const unit = units[origin];
  const count = limit.toLocaleString('en-US');
  return unit === undefined ? count : `${count} ${unit}${count === '1' ? '' : 's'}`;
}

const formats: Readonly<Record<string, string>> = {
  date: 'must be a day of the calendar, as YYYY-MM-DD',
  email: 'must be an e-mail address',
  url: 'must be an address of a web page',
};

/** The rule behind an issue in our words, where the form has none of its own. */
export function wordingOf(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${withArticle(issue.expected)}`;
    case 'too_big':
      return `must ${verbOf(issue.origin)} at most ${limitOf(issue.maximum, issue.origin)}`;
    case 'too_small':
      return issue.minimum === 1 && issue.origin in units
        ? 'must not be empty'
        : `must ${verbOf(issue.origin)} at least ${limitOf(issue.minimum, issue.origin)}`;
    case 'not_multiple_of':
      return `must be a multiple of ${issue.divisor}`;
    case 'invalid_format':
      return formats[issue.format] ?? 'does not have the required format';
    case 'invalid_value':
      return 'is not one of the known values';
    case 'unrecognized_keys':
      return 'is not a field of the form';
    case 'invalid_union':
      return issue.note === 'No matching discriminator'
        ? 'is not one of the known values'
        : 'matches none of the forms that are allowed here';
    default:
      return 'is not a valid value here';
  }
}

const verbOf = (origin: string): string => (origin in units ? 'have' : 'be');
