import type { Protocol } from '../gateway/wire';
import { findKeyAliases } from '../resource-policy-lookup';
import type { Caller } from '../toolkit/call';
import type { AwsError } from '../toolkit/errors';
import type { World } from '../world';
import { type AuthorizationParts, tryRefusal } from './authorize-call';
import { Identities } from './identities';
import type { JudgedCall } from './judged-call';
import { OrganizationPolicies } from './organization-policies';
import { PolicyCache } from './policy-cache';
import { ResourceDirectory } from './resource-directory';
import { ResourcePolicies } from './resource-policies';
import { ResourceTags } from './resource-tags';

/** Judges every call to the emulated AWS, and keeps what it had to look up until a call changes it. */
export interface Authorization {
  /** The refusal of a call, or undefined where every policy that binds it allows it. */
  tryRefusal(caller: Caller, protocol: Protocol, call: JudgedCall): Promise<AwsError | undefined>;
  /** Takes note that a call was answered: what it wrote is looked up again. */
  answered(call: JudgedCall): void;
}

/** The authorization of one emulated AWS. */
export function createAuthorization({
  settings,
  organization: view,
  moto,
  clock,
}: Pick<World, 'settings' | 'organization' | 'moto' | 'clock'>): Authorization {
  const cache = new PolicyCache();
  const organization = new OrganizationPolicies(
    view,
    settings.outsideAccounts.map(({ id }) => id),
  );
  const identities = new Identities(moto, cache);
  const resources = new ResourcePolicies(moto, cache, identities);
  const parts: AuthorizationParts = {
    organization,
    clock,
    identities,
    directory: new ResourceDirectory(moto, cache, identities, organization),
    sources: { organization, resources },
    tags: new ResourceTags(moto, cache, identities),
    aliasesOf: (arn) => cache.get('kms', `aliases of ${arn}`, () => findKeyAliases(moto, arn)),
  };
  return {
    tryRefusal: (caller, protocol, call) => tryRefusal(parts, caller, protocol, call),
    answered: (call) => {
      if (/^(Get|List|Describe|Head)/.test(call.operation)) return;
      if (call.service === 'iam') identities.forget(call.account, call.input);
      else if (call.service === 's3') cache.forget(`s3/${String(call.input.Bucket)}`);
      else cache.forget(call.service);
    },
  };
}
