import * as fc from 'fast-check';
import { contextOf } from '../../../policy/iam/context';
import {
  actionsPattern,
  arnPattern,
  resourcePattern,
  textPattern,
  wildcardPattern,
} from '../../../policy/iam/patterns';

const nothing = contextOf();

/** The wildcards of IAM, the slow and plain way. */
function naive(pattern: string, text: string): boolean {
  if (pattern === '') return text === '';
  const rest = pattern.slice(1);
  if (pattern.startsWith('*')) return naive(rest, text) || (text !== '' && naive(pattern, text.slice(1)));
  return text !== '' && (pattern.startsWith('?') || pattern[0] === text[0]) && naive(rest, text.slice(1));
}

/** Of few letters, so that patterns match now and then; with those that a regular expression would take for its own. */
const letters = fc.constantFrom('a', 'b', 'A', ':', '.', '(', '\n', '*', '?');
const shortText = fc.array(letters, { maxLength: 8 }).map((each) => each.join(''));

describe('wildcards', () => {
  it('match what the plain way of matching them matches', () => {
    fc.assert(
      fc.property(shortText, shortText, (pattern, text) => {
        expect(wildcardPattern(pattern)(text, nothing)).toBe(naive(pattern, text));
      }),
    );
  });

  it('match any text where they are an asterisk, and only themselves where there is none', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (text, other) => {
        expect(wildcardPattern('*')(text, nothing)).toBe(true);
        const plain = text.replaceAll(/[*?$]/g, '');
        expect(wildcardPattern(plain)(other, nothing)).toBe(plain === other);
      }),
    );
  });

  it('are characters like any other where an operator takes none', () => {
    fc.assert(
      fc.property(shortText, shortText, (wanted, text) => {
        expect(textPattern(wanted)(text, nothing)).toBe(wanted === text);
      }),
    );
  });
});

describe('an action', () => {
  const matches = (pattern: string, action: string) => actionsPattern([pattern])(action);

  it('is written with capitals or without, of ASCII', () => {
    const matchesAny = actionsPattern(['s3:ListBucket', 'kms:*']);
    for (const action of ['S3:LISTBUCKET', 'KMS:Decrypt']) expect(matchesAny(action)).toBe(true);
    for (const action of ['\u017f3:ListBucket', '\u212ams:Decrypt']) expect(matchesAny(action)).toBe(false);
  });

  it.each([
    ['s3:GetObject', 'S3:getobject'],
    ['s3:Get*', 's3:GetObject'],
    ['s3:*Object*', 's3:PutObjectTagging'],
    ['s3:Get?bject', 's3:GetObject'],
    ['*', 's3:GetObject'],
    ['*:*', 's3:GetObject'],
    ['S3:*', 's3:GetObject'],
  ])('is matched by %s: %s', (pattern, action) => {
    expect(matches(pattern, action)).toBe(true);
  });

  it.each([
    ['s3:GetObject', 's3:GetObjectAcl'],
    ['s3:Get', 's3:GetObject'],
    ['s3:Get?', 's3:Get'],
    ['s3:*', 's3express:GetObject'],
    ['s.:*', 's3:GetObject'],
  ])('is not matched by %s: %s', (pattern, action) => {
    expect(matches(pattern, action)).toBe(false);
  });

  it('matches where one pattern of the list does', () => {
    expect(actionsPattern(['iam:*', 's3:GetObject'])('s3:GetObject')).toBe(true);
    expect(actionsPattern([])('s3:GetObject')).toBe(false);
  });
});

describe('a resource', () => {
  it.each([
    ['*', 'arn:aws:s3:::bucket'],
    ['*', '*'],
    ['arn:aws:s3:::bucket/*', 'arn:aws:s3:::bucket/a/b:c'],
    ['arn:aws:s3:::bucket/*.csv', 'arn:aws:s3:::bucket/a:b.csv'],
    ['arn:aws:iam::*:role/x', 'arn:aws:iam::111122223333:role/x'],
    // "If the * wildcard is the last character of a resource ARN segment, it can expand to match beyond the colon boundaries."
    ['arn:aws:dynamodb:*:table/prod', 'arn:aws:dynamodb:eu-west-1:111122223333:table/prod'],
  ])('is matched by %s: %s', (pattern, arn) => {
    expect(resourcePattern(pattern)(arn, nothing)).toBe(true);
  });

  it.each([
    ['arn:aws:s3:::bucket/*', 'arn:aws:s3:::bucket'],
    ['arn:aws:s3:::Bucket', 'arn:aws:s3:::bucket'],
    ['arn:aws:s3:::bucket/*', '*'],
    ['arn:aws:dynamodb:e*1:table/prod', 'arn:aws:dynamodb:eu-west-1:1:table/prod'],
    ['arn:aws:iam::11?22:role/x', 'arn:aws:iam::11:22:role/x'],
  ])('is not matched by %s: %s', (pattern, arn) => {
    expect(resourcePattern(pattern)(arn, nothing)).toBe(false);
  });
});

describe('the pattern of an ARN operator', () => {
  it.each([
    ['arn:aws:iam::*:role/Admin', 'arn:aws:iam::111122223333:role/Admin', true],
    ['arn:aws:iam::*:role/*', 'arn:aws:iam::111122223333:role/path/Admin', true],
    ['arn:*:iam::*:role/Admin', 'arn:aws-cn:iam::1:role/Admin', true],
    ['arn:aws:logs:*:*:log-group:*', 'arn:aws:logs:eu-west-1:1:log-group:name:*', true],
    ['arn:aws:iam::*:role/Admin', 'arn:aws:iam::1:2:role/Admin', false],
    ['arn:aws:dynamodb:*:*:table/prod', 'arn:aws:dynamodb:table/prod', false],
    ['arn:aws:iam::*:role/Admin', 'arn:aws:iam::1:role/admin', false],
    ['arn:aws:iam::*:role/Admin', 'arn:aws:iam::1:role/path/Admin', false],
    ['arn:aws:iam::*:*', 'somebody', false],
  ])('takes each of the six parts by itself: %s, %s', (pattern, arn, expected) => {
    expect(arnPattern(pattern)(arn, nothing)).toBe(expected);
  });
});
