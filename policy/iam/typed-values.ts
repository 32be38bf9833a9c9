import { BlockList, isIP } from 'node:net';

/** Reads a decimal number; undefined where the text is none. */
export const tryNumber = (text: string): number | undefined =>
  /^[+-]?\d+(\.\d+)?$/.test(text) ? Number(text) : undefined;

/** Reads `true` or `false` in any capitals; undefined where the text is neither. */
export const tryBoolean = (text: string): boolean | undefined =>
  /^(true|false)$/i.test(text) ? text.toLowerCase() === 'true' : undefined;

/** Reads base64 into its bytes, written as hexadecimal digits; undefined where the text is not base64. */
export const tryBytes = (text: string): string | undefined =>
  /^([A-Za-z\d+/]{4})*([A-Za-z\d+/]{2}==|[A-Za-z\d+/]{3}=)?$/.test(text)
    ? Buffer.from(text, 'base64').toString('hex')
    : undefined;

const isoDate = /^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(?<zone>Z|[+-]\d{2}:\d{2})?)?)?)?$/;

/**
 * Reads a date of ISO 8601 (W3C profile) or seconds since 1970, as milliseconds since 1970; undefined where the text is neither.
 * Four digits are a year, a time without a zone is UTC.
 */
export function tryDate(text: string): number | undefined {
  const iso = isoDate.exec(text);
  if (!iso) return /^\d+(\.\d+)?$/.test(text) ? Number(text) * 1000 : undefined;
  const milliseconds = Date.parse(text.includes('T') && !iso.groups?.zone ? `${text}Z` : text);
  return Number.isNaN(milliseconds) ? undefined : milliseconds;
}

/**
 * Reads an address or a range in CIDR notation, IPv4 or IPv6, and answers who is in it; undefined where the text is neither. An
 * address alone is a range of one (IAM User Guide, "IP address condition operators").
 */
export function tryRange(text: string): ((address: string) => boolean) | undefined {
  const [address = '', prefix] = text.split('/');
  const family = familyOf(address);
  const bits = prefix === undefined ? (family === 'ipv4' ? 32 : 128) : (tryNumber(prefix) ?? -1);
  if (!family || !Number.isInteger(bits) || bits < 0 || bits > (family === 'ipv4' ? 32 : 128)) return undefined;
  const range = new BlockList();
  range.addSubnet(address, bits, family);
  return (other) => familyOf(other) === family && range.check(other, family);
}

function familyOf(address: string): 'ipv4' | 'ipv6' | undefined {
  const version = isIP(address);
  return version === 0 ? undefined : version === 4 ? 'ipv4' : 'ipv6';
}
