import type { LandingZone } from '../../schema/landing-zone';

/** Hops of a token: AWS recommends at least two where tokens are required, because a container is one away from its instance. */
export const metadataHops = 2;

/**
 * The declarative policy for EC2: who may share images and snapshots with everybody, and how the metadata service of a new instance
 * answers. While it is attached, EC2 refuses the account's own calls that would change this. Undefined where nothing is set. Syntax:
 * Organizations User Guide, orgs_manage_policies_declarative_syntax.
 */
export function ec2Policy({ services: { ec2 } }: Pick<LandingZone, 'services'>): string | undefined {
  const { imageSharing, snapshotSharing, metadataTokens } = ec2;
  const attributes = {
    ...(imageSharing !== 'not-set' && { image_block_public_access: { state: assign(imageSharing) } }),
    ...(metadataTokens !== 'not-set' && {
      // All four members are always there, as in AWS's example.
      instance_metadata_defaults: {
        http_tokens: assign(metadataTokens),
        http_put_response_hop_limit: assign(metadataTokens === 'required' ? String(metadataHops) : '-1'),
        http_endpoint: assign('no-preference'),
        instance_metadata_tags: assign('no-preference'),
      },
    }),
    ...(snapshotSharing !== 'not-set' && { snapshot_block_public_access: { state: assign(snapshotSharing) } }),
  };
  return Object.keys(attributes).length === 0 ? undefined : JSON.stringify({ ec2_attributes: attributes });
}

/** A value of EC2's API in a policy, which joins words by underscores. */
const assign = (value: string) => ({ '@@assign': value.replaceAll(/(?<=[a-z])-/g, '_') });
