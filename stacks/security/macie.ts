import { Macie2Account } from '@cdktf/provider-aws/lib/macie2-account';
import { Macie2ClassificationExportConfiguration } from '@cdktf/provider-aws/lib/macie2-classification-export-configuration';
import { Macie2OrganizationAdminAccount } from '@cdktf/provider-aws/lib/macie2-organization-admin-account';
import { Macie2OrganizationConfiguration } from '@cdktf/provider-aws/lib/macie2-organization-configuration';
import type { ITerraformDependable } from 'cdktf';
import type { Construct } from 'constructs';
import type { AccountAccess } from '../kernel/account-access';
import { LandingZoneStack } from '../kernel/landing-zone-stack';
import { Part } from '../kernel/part';
import { MacieDiscovery } from './macie-discovery';

export interface MacieProps {
  readonly findingsBucket: string;
  readonly findingsKeyArn: string;
}

/** Macie for the organization, in every governed region: who is enabled, what it looks for, where results go. */
export class Macie extends Part {
  /** The ids of the custom data identifiers by `identifierKey`. */
  readonly customDataIdentifierIds: Readonly<Record<string, string>>;

  constructor(scope: Construct, id: string, props: MacieProps) {
    super(scope, id);
    const { zone, here } = LandingZoneStack.of(this);
    let first: Macie2OrganizationAdminAccount | undefined;
    const published = zone.regions.map((region) => {
      const session = this.enable('macie', region, here);
      const delegation = this.delegate(region, session, first);
      first ??= delegation;
      // Covers accounts that join later; those of today are members by their own stacks.
      new Macie2OrganizationConfiguration(this, `macie-organization-${region}`, {
        ...here.in(region),
        autoEnable: true,
        dependsOn: [delegation],
      });
      const results = this.keepResults(region, session, props);
      const discovery = new MacieDiscovery(this, `discovery-${region}`, { region, dependsOn: [session, results] });
      return discovery.customDataIdentifierIds;
    });
    this.customDataIdentifierIds = Object.assign({}, ...published);
  }

  private enable(name: string, region: string, access: AccountAccess): Macie2Account {
    const { findingPublishingFrequency } = LandingZoneStack.of(this).zone.services.macie;
    return new Macie2Account(this, `${name}-${region}`, {
      ...access.in(region),
      status: 'ENABLED',
      findingPublishingFrequency,
    });
  }

  /** Once the first region is delegated, the others may be. */
  private delegate(region: string, session: Macie2Account, first: Macie2OrganizationAdminAccount | undefined) {
    const stack = LandingZoneStack.of(this);
    const management = stack.reach(stack.zone.managementAccount);
    // Nobody else enables the management account for good: its session would outlive the landing zone.
    const ofManagement = this.enable('macie-management', region, management);
    return new Macie2OrganizationAdminAccount(this, `macie-delegation-${region}`, {
      ...management.in(region),
      adminAccountId: stack.here.id,
      dependsOn: [session, ofManagement, ...(first ? [first] : [])],
    });
  }

  private keepResults(region: string, session: Macie2Account, props: MacieProps): ITerraformDependable {
    return new Macie2ClassificationExportConfiguration(this, `macie-results-${region}`, {
      ...LandingZoneStack.of(this).here.in(region),
      s3Destination: { bucketName: props.findingsBucket, keyPrefix: 'macie', kmsKeyArn: props.findingsKeyArn },
      dependsOn: [session],
    });
  }
}
