import { digestOf } from '../../schema/text';

/** An id that no other name leads to, with the one that addresses were made of before. */
export interface DistinctId {
  /** With a digest where the address loses characters of the name. */
  readonly id: string;
  /** Without: two names may have had the same. */
  readonly short: string;
}

/** The id of what a person named freely: CDKTF makes one address of `X (DE)` and `X DE`, and none at all of Japanese. */
export const distinctId = (named: string): DistinctId => distinguished(named, named.replace(/[^A-Za-z0-9_-]/g, ''));

/** The same where an address keeps a dash for each of the other characters. */
export const dashedId = (named: string): DistinctId => distinguished(named, named.replace(/[^\w-]/g, '-'));

/** The id of something that belongs to it. */
export const around = (before: string, { id, short }: DistinctId, after = ''): DistinctId => ({
  id: `${before}${id}${after}`,
  short: `${before}${short}${after}`,
});

const distinguished = (named: string, short: string): DistinctId => ({
  id: short === named ? short : `${short.slice(0, 200)}-${digestOf(named)}`,
  short,
});
