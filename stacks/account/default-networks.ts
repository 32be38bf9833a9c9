import { DataAwsAvailabilityZones } from '@cdktf/provider-aws/lib/data-aws-availability-zones';
import { DefaultSecurityGroup } from '@cdktf/provider-aws/lib/default-security-group';
import { DefaultSubnet } from '@cdktf/provider-aws/lib/default-subnet';
import { DefaultVpc } from '@cdktf/provider-aws/lib/default-vpc';
import type { Construct } from 'constructs';
import { LandingZoneStack } from '../kernel/landing-zone-stack';
import { Part } from '../kernel/part';

/**
 * Closes the default VPC of each region: its security group lets nothing in and nothing out, its subnets give no public address.
 * Terraform adopts what is there and deletes none of it, neither now nor when it goes from the configuration.
 */
export class DefaultNetworks extends Part {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const { here } = LandingZoneStack.of(this);
    for (const region of here.account.regions) {
      const placement = here.in(region);
      const vpc = new DefaultVpc(this, `default-vpc-${region}`, { ...placement });
      const group = new DefaultSecurityGroup(this, `default-security-group-${region}`, { ...placement, vpcId: vpc.id });
      // Left out, a rule that somebody adds would be no difference, and CDKTF leaves an empty list out.
      group.addOverride('ingress', []);
      group.addOverride('egress', []);
      // Local and Wavelength Zones have no default subnet.
      const zones = new DataAwsAvailabilityZones(this, `availability-zones-${region}`, {
        ...placement,
        filter: [{ name: 'opt-in-status', values: ['opt-in-not-required'] }],
      });
      const subnet = new DefaultSubnet(this, `default-subnet-${region}`, {
        ...placement,
        availabilityZone: '$' + '{each.value}',
        mapPublicIpOnLaunch: false,
        dependsOn: [vpc],
      });
      subnet.addOverride('for_each', `\${toset(${zones.fqn}.names)}`);
    }
  }
}
