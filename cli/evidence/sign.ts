import { createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Seal } from './bundle';

/** A key as a file gives it, or why it is none to sign with. */
export type KeyRead = { readonly key: KeyObject } | { readonly problem: string };

/** The Ed25519 key in a PEM file. */
export function readKey(file: string): KeyRead {
  try {
    const key = createPrivateKey(readFileSync(file));
    return key.asymmetricKeyType === 'ed25519'
      ? { key }
      : { problem: `holds a key of type ${key.asymmetricKeyType}, not ed25519` };
  } catch (error) {
    return { problem: (error as Error).message };
  }
}

/**
 * The Ed25519 signature of a content, as OpenSSL 3 checks it:
 * `openssl pkeyutl -verify -pubin -inkey SHA256SUMS.pem -rawin -in SHA256SUMS -sigfile SHA256SUMS.sig`.
 */
export const sealWith =
  (key: KeyObject) =>
  (content: Uint8Array): Seal => ({
    signature: sign(null, content, key),
    publicKey: createPublicKey(key).export({ type: 'spki', format: 'pem' }).toString(),
  });
