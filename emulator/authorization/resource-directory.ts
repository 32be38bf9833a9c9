import { findKey } from '../resource-policy-lookup';
import type { Moto } from '../world';
import type { Identities } from './identities';
import type { OrganizationPolicies } from './organization-policies';
import type { PolicyCache } from './policy-cache';

/** Looks up what a request leaves out of the ARN of its resource. */
export class ResourceDirectory {
  constructor(
    private readonly moto: Moto,
    private readonly cache: PolicyCache,
    private readonly identities: Identities,
    private readonly organization: OrganizationPolicies,
  ) {}

  /** The account that owns a bucket; undefined where there is no such bucket. */
  bucketOwner(bucket: string): Promise<string | undefined> {
    return this.cache.get(`s3/${bucket}`, 'owner', async () => {
      for (const account of this.organization.accounts()) {
        const { body } = await this.moto.request({ account, region: 'us-east-1', service: 's3' });
        if (body.includes(`<Name>${bucket}</Name>`)) return account;
      }
      return undefined;
    });
  }

  /** ARN of a key by its id, ARN or alias; undefined where there is no such key. */
  keyArn(id: string, caller: { readonly account: string; readonly region: string }): Promise<string | undefined> {
    return this.cache.get(
      'kms',
      `key ${caller.account}/${caller.region}/${id}`,
      async () => (await findKey(this.moto, id, caller))?.arn,
    );
  }

  /** ARN of a user, role, group or profile with its path, where the account has it. */
  async principalArn(account: string, kind: string, name: string): Promise<string | undefined> {
    return kind === 'role' || kind === 'user' ? (await this.identities.tryFind(account, kind, name))?.arn : undefined;
  }

  /** ARN of what an id of Organizations names, where the organization has it. */
  organizationArn(id: string): string | undefined {
    return this.organization.tryArn(id);
  }
}
