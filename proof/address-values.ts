import { isIPv4 } from 'node:net';

/**
 * An address for each way to lie in some ranges: ranges are within each other or apart, so a part of one begins where a range
 * begins, or behind the end of one.
 *
 * @param ranges addresses and CIDR ranges that IAM takes
 */
export function addressValues(ranges: readonly string[]): readonly string[] {
  const values = ranges.flatMap((range) => {
    const [address = '', prefix] = range.split('/');
    const bits = isIPv4(address) ? 32 : 128;
    const size = 2n ** BigInt(bits - Number(prefix ?? bits));
    const first = (numberOf(address) / size) * size;
    return [first, (first + size) % 2n ** BigInt(bits)].map((value) => (bits === 32 ? fourOf(value) : sixOf(value)));
  });
  return [...values, ...outer];
}

/** The first addresses that there are: where no range begins. */
const outer = ['0.0.0.0', '0:0:0:0:0:0:0:0'];

function numberOf(address: string): bigint {
  if (isIPv4(address)) return address.split('.').reduce((sum, part) => sum * 256n + BigInt(part), 0n);
  // The last four bytes may be written as those of IPv4.
  const hexadecimal = address.replace(/[\d.]+\.\d+$/, (four) => {
    const number = numberOf(four);
    return `${(number >> 16n).toString(16)}:${(number & 0xffffn).toString(16)}`;
  });
  const [before = [], after = []] = hexadecimal
    .split('::')
    .map((half) => half.split(':').filter((group) => group !== ''));
  const zeros = Array<string>(8 - before.length - after.length).fill('0');
  return [...before, ...zeros, ...after].reduce((sum, group) => sum * 65_536n + BigInt(`0x${group}`), 0n);
}

const fourOf = (value: bigint): string => [24n, 16n, 8n, 0n].map((shift) => (value >> shift) & 0xffn).join('.');

const sixOf = (value: bigint): string =>
  [112n, 96n, 80n, 64n, 48n, 32n, 16n, 0n].map((shift) => ((value >> shift) & 0xffffn).toString(16)).join(':');
