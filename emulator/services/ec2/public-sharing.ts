import type { ImageBlockPublicAccessEnabledState, SnapshotBlockPublicAccessState } from '@aws-sdk/client-ec2';
import type { Scope } from '../../toolkit/call';
import { Store } from '../../toolkit/store';
import type { World } from '../../world';
import type { Ec2Operations } from './api';
import { declaredIn } from './declared';
import { declaredElsewhere, invalidParameter } from './errors';

type State = SnapshotBlockPublicAccessState;

const snapshotStates: readonly State[] = ['block-all-sharing', 'block-new-sharing', 'unblocked'];
const imageStates: readonly ImageBlockPublicAccessEnabledState[] = ['block-new-sharing'];

/** Whether images and snapshots of an account and region may be shared with everybody. */
export class PublicSharing {
  /** What accounts set themselves, by account and region. Images are blocked in a new account (EC2 User Guide, block-public-access-to-amis). */
  readonly images = new Store<State>();
  readonly snapshots = new Store<State>();

  constructor(readonly world: Pick<World, 'organization'>) {}

  readonly operations: Ec2Operations = {
    GetImageBlockPublicAccessState: (call) => {
      const { State: ImageBlockPublicAccessState, ManagedBy } = this.read(call, this.images, 'block-new-sharing');
      return { ImageBlockPublicAccessState, ManagedBy };
    },
    EnableImageBlockPublicAccess: (call) => {
      const { ImageBlockPublicAccessState: state } = call.input;
      if (!state || !imageStates.includes(state)) throw invalidParameter(state, 'imageBlockPublicAccessState');
      return { ImageBlockPublicAccessState: this.set(call, this.images, state) as typeof state };
    },
    DisableImageBlockPublicAccess: (call) => {
      this.set(call, this.images, 'unblocked');
      return { ImageBlockPublicAccessState: 'unblocked' };
    },
    GetSnapshotBlockPublicAccessState: (call) => this.read(call, this.snapshots, 'unblocked'),
    EnableSnapshotBlockPublicAccess: (call) => {
      const { State: state } = call.input;
      if (!state || !snapshotStates.includes(state)) throw invalidParameter(state, 'State');
      return { State: this.set(call, this.snapshots, state) };
    },
    DisableSnapshotBlockPublicAccess: (call) => ({ State: this.set(call, this.snapshots, 'unblocked') }),
  };

  private declared(store: Store<State>, account: string): State | undefined {
    const attribute = store === this.images ? 'image_block_public_access' : 'snapshot_block_public_access';
    return declaredIn(this.world, account).valueOf(attribute, 'state') as State | undefined;
  }

  private read({ account, region }: Scope, store: Store<State>, byDefault: State) {
    const declared = this.declared(store, account);
    return {
      State: declared ?? store.get(account, region) ?? byDefault,
      ManagedBy: declared ? ('declarative-policy' as const) : ('account' as const),
    };
  }

  private set({ account, region }: Scope, store: Store<State>, state: State): State {
    if (this.declared(store, account) !== undefined) throw declaredElsewhere(declaredIn(this.world, account).message);
    return store.set(state, account, region);
  }
}
