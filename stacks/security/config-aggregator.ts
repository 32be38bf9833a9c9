import { ConfigConfigurationAggregator } from '@cdktf/provider-aws/lib/config-configuration-aggregator';
import type { Construct } from 'constructs';
import { LandingZoneStack } from '../kernel/landing-zone-stack';
import { Part } from '../kernel/part';
import { ServiceRole } from '../parts/service-role';

/** Config's view of every account and region in one place. */
export class ConfigAggregator extends Part {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const { zone, here } = LandingZoneStack.of(this);
    const role = new ServiceRole(this, 'config-aggregator-role', {
      name: `${zone.name}-config-aggregator`,
      description: 'Lets Config list the accounts of the organization',
      service: 'config.amazonaws.com',
      // Config says for whom it records (AWS Config Developer Guide, iamrole-permissions); of aggregators no such word is documented.
      isSilent: true,
      managedPolicyArn: 'arn:aws:iam::aws:policy/service-role/AWSConfigRoleForOrganizations',
    });
    new ConfigConfigurationAggregator(this, 'config-aggregator', {
      ...here.home,
      name: `${zone.name}-organization`,
      organizationAggregationSource: { allRegions: true, roleArn: role.arn },
      dependsOn: role.permissions,
    });
  }
}
