/** The most that a reference adds. */
const longest = 128;

/** What a reference becomes, as long as it gets at most: the first whose pattern fits what is referred to. */
const bounds: readonly (readonly [RegExp, string])[] = [
  [/account_ids|^aws_organizations_account\..*\.id$/, '1'.repeat(12)],
  [/organization_id|^aws_organizations_organization\..*\.id$/, `o-${'x'.repeat(32)}`],
  [/^aws_kms_key\..*\.key_id$/, 'x'.repeat(36)],
  // arn:aws:kms:ap-northeast-1:111111111111:key/ and 36 characters.
  [/key_arn|^aws_kms_key\..*\.arn$/, 'x'.repeat(80)],
  [/bucket_arn|^aws_s3_bucket\..*\.arn$/, 'x'.repeat('arn:aws:s3:::'.length + 63)],
  [/bucket$|^aws_s3_bucket\./, 'x'.repeat(63)],
  [/^aws_iam_role\..*\.arn$/, 'x'.repeat('arn:aws:iam::111111111111:role/'.length + 64)],
  [/^aws_iam_role\./, 'x'.repeat(64)],
  // Of a topic, bus, function or guardrail: region and account, and a name of at most 64 characters of ours.
  [/arn(\.|$)/, 'x'.repeat(longest)],
];

/** Ids that AWS gives have 17 to 64 characters. */
const otherwise = 'x'.repeat(64);

/** How long a text is at the most, told without looking at what its references are. */
export const lengthAtMost = (text: string): number => {
  let length = text.length;
  for (let at = text.indexOf('${'); at >= 0; at = text.indexOf('${', at + 2)) length += longest;
  return length;
};

/**
 * A text as AWS gets it, no shorter than that: a reference to something that is known only once it is deployed is as long as its kind
 * can be. What is meant for AWS, `$${aws:username}`, stands as it is.
 */
export const renderedText = (text: string): string =>
  text.includes('{')
    ? text.replace(/([$%])\1\{|\$\{((?:"[^"]*"|[^}"])*)\}/g, (_, literal: string | undefined, reference: string) =>
        literal ? `${literal}{` : (bounds.find(([kind]) => kind.test(reference))?.[1] ?? otherwise),
      )
    : text;
