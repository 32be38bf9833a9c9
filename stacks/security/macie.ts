import { Macie2Account } from '@cdktf/provider-aws/lib/macie2-account';
import { Macie2ClassificationExportConfiguration } from '@cdktf/provider-aws/lib/macie2-classification-export-configuration';
import { Macie2OrganizationAdminAccount } from '@cdktf/provider-aws/lib/macie2-organization-admin-account';
import { Macie2OrganizationConfiguration } from '@cdktf/provider-aws/lib/macie2-organization-configuration';
import type { TerraformStack } from 'cdktf';
import type { LandingZone } from '../../schema/landing-zone';
import type { Places } from '../kernel/places';
import { classify, customDataIdentifiers, identifierKey } from '../parts/macie-jobs';
import { suppress } from './macie-suppressions';

export interface MacieProps {
  readonly zone: LandingZone;
  readonly here: Places;
  readonly management: Places;
  readonly findingsBucket: string;
  readonly findingsKeyArn: string;
}

/**
 * Macie for the organization, in every governed region: who is enabled, what it looks for, where results go.
 *
 * @returns the ids of the custom data identifiers by `identifierKey`
 */
export function administerMacie(stack: TerraformStack, props: MacieProps): Record<string, string> {
  const { zone, here, management, findingsBucket, findingsKeyArn } = props;
  const { macie } = zone.services;
  const published: [string, string][] = [];
  let first: Macie2OrganizationAdminAccount | undefined;
  for (const region of zone.regions) {
    const place = here.at(region);
    const session = new Macie2Account(stack, `macie-${region}`, {
      ...place,
      status: 'ENABLED',
      findingPublishingFrequency: macie.findingPublishingFrequency,
    });
    // Nobody else enables the management account for good: its session would outlive the landing zone.
    const managementSession = new Macie2Account(stack, `macie-management-${region}`, {
      ...management.at(region),
      status: 'ENABLED',
      findingPublishingFrequency: macie.findingPublishingFrequency,
    });
    const enabled = { ...place, dependsOn: [session] };
    const delegation = new Macie2OrganizationAdminAccount(stack, `macie-delegation-${region}`, {
      ...management.at(region),
      adminAccountId: here.accountId,
      dependsOn: [session, managementSession, ...(first ? [first] : [])],
    });
    first ??= delegation;
    // Covers accounts that join later; those of today are members by their own stacks.
    new Macie2OrganizationConfiguration(stack, `macie-organization-${region}`, {
      ...place,
      autoEnable: true,
      dependsOn: [delegation],
    });
    const results = new Macie2ClassificationExportConfiguration(stack, `macie-results-${region}`, {
      ...enabled,
      s3Destination: { bucketName: findingsBucket, keyPrefix: 'macie', kmsKeyArn: findingsKeyArn },
    });
    const ready = { ...place, dependsOn: [session, results] };
    const identifiers = customDataIdentifiers(stack, region, ready, macie.customDataIdentifiers);
    for (const [name, id] of identifiers) published.push([identifierKey(name, region), id]);
    // A job that runs once waits for the accounts and their buckets: it is in the compliance stack.
    for (const job of macie.jobs)
      if (job.schedule !== 'once') classify(stack, region, ready, { macie, job }, (name) => identifiers.get(name));
    suppress(stack, region, ready, macie.suppressions);
  }
  return Object.fromEntries(published);
}
