import { createHash } from 'node:crypto';

/** Version 5 (RFC 9562, section 5.5) of a name in the namespace of this project: the same name has the same UUID in every bundle. */
export function uuidOf(...names: readonly string[]): string {
  const bytes = createHash('sha1').update(namespace).update(names.join('\n')).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** UUID v5 of `urn:ai-governance-landing-zone:evidence` in the namespace of URLs. */
const namespace = Buffer.from('32a7c86ec2815305832595e603297c3d', 'hex');
