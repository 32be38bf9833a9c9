import { createPublicKey, type JsonWebKey, verify } from 'node:crypto';
import { AwsError } from '../toolkit/errors';
import { isObject, type JsonObject, tryParseObject } from '../toolkit/json';

/** A token of OpenID Connect, taken apart and not yet believed. */
export interface IdentityToken {
  readonly issuer: string;
  readonly audiences: readonly string[];
  readonly subject: string;
  /** Seconds since 1970; it is not good any more then. */
  readonly expires: number;
  readonly keyId: string;
  readonly signed: string;
  readonly signature: Buffer;
}

/** The refusal of a token for what is in it. Source: STS API Reference, AssumeRoleWithWebIdentity, Errors. */
export const invalidToken = (message: string): AwsError => new AwsError('InvalidIdentityToken', message, 400);

/** @throws AwsError where the text is no JSON web token with what STS needs */
export function readIdentityToken(text: string): IdentityToken {
  const [head = '', body = '', signature = ''] = text.split('.');
  const header = tryParseObject(Buffer.from(head, 'base64url').toString());
  const claims = tryParseObject(Buffer.from(body, 'base64url').toString());
  const { iss, sub, aud, exp } = claims ?? {};
  if (!header || typeof iss !== 'string' || typeof sub !== 'string' || typeof exp !== 'number')
    throw invalidToken('The web identity token that was passed could not be validated');
  if (header.alg !== 'RS256') throw invalidToken(`The algorithm ${header.alg} is not supported`);
  return {
    issuer: iss,
    audiences: [aud].flat().map(String),
    subject: sub,
    expires: exp,
    keyId: String(header.kid),
    signed: `${head}.${body}`,
    signature: Buffer.from(signature, 'base64url'),
  };
}

/** Finds the keys of an issuer at an address, and throws unless one of them has signed the token. */
export async function checkSignature(token: IdentityToken, address: string): Promise<void> {
  const { jwks_uri } = await read(`${address}/.well-known/openid-configuration`);
  const { keys = [] } = await read(String(jwks_uri));
  const key = (Array.isArray(keys) ? keys : []).find((each) => isObject(each) && each.kid === token.keyId);
  if (!key) throw invalidToken("Couldn't retrieve verification key from your identity provider");
  const publicKey = createPublicKey({ key: key as JsonWebKey, format: 'jwk' });
  if (!verify('sha256', Buffer.from(token.signed), publicKey, token.signature))
    throw invalidToken('The signature of the web identity token is not valid');
}

async function read(url: string): Promise<JsonObject> {
  const response = await fetch(url).catch(() => undefined);
  const document = response?.ok ? tryParseObject(await response.text()) : undefined;
  if (document) return document;
  throw new AwsError('IDPCommunicationError', `${url} could not be read`, 400);
}
