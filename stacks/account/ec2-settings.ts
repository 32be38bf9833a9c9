import { EbsSnapshotBlockPublicAccess } from '@cdktf/provider-aws/lib/ebs-snapshot-block-public-access';
import { Ec2ImageBlockPublicAccess } from '@cdktf/provider-aws/lib/ec2-image-block-public-access';
import { Ec2InstanceMetadataDefaults } from '@cdktf/provider-aws/lib/ec2-instance-metadata-defaults';
import type { Construct } from 'constructs';
import { metadataHops } from '../../policy/guardrails/ec2-policy';
import { LandingZoneStack } from '../kernel/landing-zone-stack';
import { Part } from '../kernel/part';

/** What the declarative policy for EC2 sets in the organization, in each region of an account that it does not reach. */
export class Ec2Settings extends Part {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const { zone, here } = LandingZoneStack.of(this);
    const { imageSharing, snapshotSharing, metadataTokens } = zone.services.ec2;
    for (const region of here.account.regions) {
      const placement = here.in(region);
      if (imageSharing !== 'not-set')
        new Ec2ImageBlockPublicAccess(this, `image-sharing-${region}`, { ...placement, state: imageSharing });
      if (snapshotSharing !== 'not-set')
        new EbsSnapshotBlockPublicAccess(this, `snapshot-sharing-${region}`, { ...placement, state: snapshotSharing });
      if (metadataTokens !== 'not-set')
        new Ec2InstanceMetadataDefaults(this, `metadata-defaults-${region}`, {
          ...placement,
          httpTokens: metadataTokens,
          ...(metadataTokens === 'required' && { httpPutResponseHopLimit: metadataHops }),
        });
    }
  }
}
