import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import type { TerraformStack } from 'cdktf';
import { names } from '../../schema/facts/names';
import { needsProviderPerRegion } from '../../schema/facts/provider-constraint';
import type { Account, LandingZone } from '../../schema/landing-zone';
import type { Placement } from './placement';

export interface AccountAccessProps {
  readonly zone: LandingZone;
  readonly account: Account;
  /** Twelve digits, or the token that becomes them. */
  readonly id: string;
  /** Whether the stack itself runs in the account: its home region is then the default provider. */
  readonly own: boolean;
}

/** An account as one stack reaches it: through which provider, in which regions. */
export class AccountAccess {
  readonly account: Account;
  /** Twelve digits, or the token that becomes them. */
  readonly id: string;
  private readonly providers = new Map<string, AwsProvider>();
  private forOthers?: AwsProvider;
  /** Read out of the version constraint once: every resource asks. */
  private readonly perRegion: boolean;

  constructor(
    private readonly stack: TerraformStack,
    private readonly props: AccountAccessProps,
  ) {
    const { zone, account, id } = props;
    this.account = account;
    this.id = id;
    this.perRegion = needsProviderPerRegion(zone.awsProvider);
    // Also where nothing is made (any more): Terraform cannot delete what is left of a region without its provider.
    if (this.perRegion) for (const region of [...zone.regions, ...zone.retiredRegions]) this.provider(region);
  }

  /** The home region, where global resources live too. */
  get home(): Placement {
    return this.in(this.props.zone.homeRegion);
  }

  /** The home region, for what the account makes and another owns: it gets the tags of the landing zone and none of this account. */
  get homeForOthers(): Placement {
    const { zone, account } = this.props;
    this.forOthers ??= this.makeProvider(`${account.name}-for-others`, zone.homeRegion, zone.tags);
    return { provider: this.forOthers };
  }

  in(region: string): Placement {
    if (this.perRegion) return { provider: this.provider(region) };
    const { homeRegion } = this.props.zone;
    const provider = this.provider(homeRegion);
    return region === homeRegion ? { provider } : { provider, region };
  }

  /** The account's id where an import takes it for what is in a region; provider 6 reads the region behind it. */
  idIn(region: string): string {
    return this.perRegion || region === this.props.zone.homeRegion ? this.id : `${this.id}@${region}`;
  }

  private provider(region: string): AwsProvider {
    const known = this.providers.get(region);
    if (known) return known;
    const { zone, account, own } = this.props;
    const tags = { ...zone.tags, ...account.tags, owner: account.owner };
    const provider = this.makeProvider(`${account.name}-${region}`, region, tags, own && region === zone.homeRegion);
    this.providers.set(region, provider);
    return provider;
  }

  private makeProvider(
    name: string,
    region: string,
    tags: Readonly<Record<string, string>>,
    byDefault = false,
  ): AwsProvider {
    const { zone, account, id } = this.props;
    return new AwsProvider(this.stack, name, {
      alias: byDefault ? undefined : name,
      region,
      // Wrong credentials end at plan: a role that is unknown then would silently mean the caller's own account.
      allowedAccountIds: [id],
      // The caller's credentials are the management account's, which cannot assume a role in itself.
      assumeRole:
        account.role === 'management'
          ? undefined
          : [{ roleArn: `arn:aws:iam::${id}:role/${roleOf(zone)}`, sessionName: 'landing-zone' }],
      defaultTags: [{ tags }],
    });
  }
}

/**
 * The role by which Terraform works in an account: one that only reads while it plans, where runs have an identity. While everything may be
 * destroyed it is always the deploy role, since to Terraform a destroy is no apply (`operation == walkApply` in its evaluate_data.go).
 */
const roleOf = (zone: LandingZone): string =>
  zone.identity && zone.protection === 'on'
    ? `\${terraform.applying ? "${zone.deployRole}" : "${names.readRole(zone)}"}`
    : zone.deployRole;
