import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import type { TerraformStack } from 'cdktf';
import { needsProviderPerRegion } from '../../schema/facts/provider-constraint';
import type { Account, LandingZone } from '../../schema/landing-zone';

/** The arguments that put a resource into one account and region: `new S3Bucket(this, id, { ...place, … })`. */
export interface Place {
  readonly provider: AwsProvider;
  /** Set where one provider serves every region (AWS provider v6); the provider's own region otherwise. */
  readonly region?: string;
}

/** An account as one stack reaches it. */
export class Places {
  private readonly providers = new Map<string, AwsProvider>();
  /** Read out of the version constraint once: every resource asks. */
  private readonly perRegion: boolean;

  constructor(
    private readonly stack: TerraformStack,
    private readonly zone: LandingZone,
    readonly account: Account,
    /** Twelve digits, or the token that becomes them. */
    readonly accountId: string,
    /** Whether the stack itself runs in the account: its home region is then the default provider. */
    private readonly own: boolean,
  ) {
    this.perRegion = needsProviderPerRegion(zone.awsProvider);
    // Also where nothing is made (any more): Terraform cannot delete what is left of a region without its provider.
    if (this.perRegion) for (const region of [...zone.regions, ...zone.retiredRegions]) this.provider(region);
  }

  /** The home region, where global resources live too. */
  get home(): Place {
    return this.at(this.zone.homeRegion);
  }

  at(region: string): Place {
    if (this.perRegion) return { provider: this.provider(region) };
    const provider = this.provider(this.zone.homeRegion);
    return region === this.zone.homeRegion ? { provider } : { provider, region };
  }

  private provider(region: string): AwsProvider {
    const known = this.providers.get(region);
    if (known) return known;
    const { zone, account, accountId } = this;
    const name = `${account.name}-${region}`;
    const provider = new AwsProvider(this.stack, name, {
      alias: this.own && region === zone.homeRegion ? undefined : name,
      region,
      // Wrong credentials end at plan: a role that is unknown then would silently mean the caller's own account.
      allowedAccountIds: [accountId],
      // The caller's credentials are the management account's, which cannot assume a role in itself.
      assumeRole:
        account.role === 'management'
          ? undefined
          : [{ roleArn: `arn:aws:iam::${accountId}:role/${zone.deployRole}`, sessionName: 'landing-zone' }],
      defaultTags: [{ tags: { ...zone.tags, ...account.tags, owner: account.owner } }],
    });
    this.providers.set(region, provider);
    return provider;
  }
}
