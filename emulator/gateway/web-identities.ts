import { askIam } from '../services/iam/ask';
import type { Caller } from '../toolkit/call';
import type { Clock } from '../toolkit/clock';
import { AwsError } from '../toolkit/errors';
import { elementsOf } from '../toolkit/xml';
import type { Moto } from '../world';
import { checkSignature, type IdentityToken, invalidToken, readIdentityToken } from './identity-token';

/** What tells who stands behind a token of an identity provider. */
export interface WebIdentityParts {
  readonly moto: Moto;
  readonly clock: Clock;
  /** Where issuers are reached, by their URL: names are not resolved here. */
  readonly issuers: ReadonlyMap<string, string>;
}

/** Input of AssumeRoleWithWebIdentity, as far as the door reads it. */
interface WebIdentityInput {
  readonly RoleArn?: unknown;
  readonly WebIdentityToken?: unknown;
}

/**
 * Whoever comes with a token in place of a signature. The account of the role has to have an OpenID Connect provider for the issuer, with
 * the audience of the token among its client ids. Source: STS API Reference, AssumeRoleWithWebIdentity; IAM User Guide, "OIDC federation".
 *
 * @throws AwsError where the token is not good
 */
export async function identifyWebIdentity(
  { moto, clock, issuers }: WebIdentityParts,
  { RoleArn, WebIdentityToken }: WebIdentityInput,
): Promise<Caller> {
  const account = /^arn:aws:iam::(\d{12}):role\//.exec(String(RoleArn))?.[1];
  if (!account) throw new AwsError('ValidationError', `${RoleArn} is invalid`, 400);
  const token = readIdentityToken(String(WebIdentityToken));
  const host = token.issuer.replace(/^https:\/\//, '');
  const provider = `arn:aws:iam::${account}:oidc-provider/${host}`;
  const audience = await audienceOf(moto, account, provider, token);
  const address = issuers.get(token.issuer);
  if (address === undefined)
    throw new AwsError('IDPCommunicationError', `${token.issuer} cannot be reached from the emulated AWS`, 400);
  await checkSignature(token, address);
  if (token.expires <= clock.seconds())
    throw new AwsError('ExpiredTokenException', 'Token expired: current date/time must be before the expiration', 400);
  return {
    account,
    arn: provider,
    userId: `${provider}:${audience}:${token.subject}`,
    principal: provider,
    webIdentity: { provider, host, audience, subject: token.subject },
  };
}

async function audienceOf(moto: Moto, account: string, provider: string, token: IdentityToken): Promise<string> {
  const input = { OpenIDConnectProviderArn: provider };
  const { status, body } = await askIam(moto, account, 'GetOpenIDConnectProvider', input);
  if (status !== 200) throw invalidToken(`No OpenIDConnect provider found in your account for ${token.issuer}`);
  const known = elementsOf(body, 'member');
  const audience = token.audiences.find((each) => known.includes(each));
  if (audience === undefined) throw invalidToken('Incorrect token audience');
  return audience;
}
