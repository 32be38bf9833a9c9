import type { QueryService } from '../../toolkit/service';
import type { Inventory, World } from '../../world';
import { accountDefaultOperations } from './account-defaults';
import { MetadataDefaults } from './metadata-defaults';
import { PublicSharing } from './public-sharing';

/** The attributes of EC2 in an account and region, and the declarative policies that set them over its head; moto answers the rest. */
export function ec2(world: World): QueryService & Inventory {
  const sharing = new PublicSharing(world);
  const metadata = new MetadataDefaults(world);
  const stores = [sharing.images, sharing.snapshots, metadata.values];
  world.organization.onLeave((account) => {
    for (const store of stores) store.deleteAll(account);
  });
  return {
    protocol: 'query',
    name: 'ec2',
    operations: { ...sharing.operations, ...metadata.operations, ...accountDefaultOperations(world) },
    // Each account has these attributes always; only a snapshot block is undone by what set it.
    leftovers: () =>
      sharing.snapshots
        .entries()
        .filter(([, state]) => state !== 'unblocked')
        .map(([[account = '', region]]) => ({ account, resource: `${region} snapshot-block-public-access` })),
  };
}
