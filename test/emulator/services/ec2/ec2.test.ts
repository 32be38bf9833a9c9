import { ec2 } from '../../../../emulator/services/ec2';
import { callOf, type FakeWorld, fakeWorld, refusal } from '../../../support/world';

/** Attaches a declarative policy to the root, or to what is named. */
async function declare(world: FakeWorld, attributes: object, target?: string): Promise<string> {
  const root = world.organization.find()?.rootId ?? '';
  await world
    .organizations('EnablePolicyType', { RootId: root, PolicyType: 'DECLARATIVE_POLICY_EC2' })
    .catch(() => undefined);
  const { Policy } = await world.organizations('CreatePolicy', {
    Name: `ec2-${target ?? 'root'}`,
    Description: '',
    Type: 'DECLARATIVE_POLICY_EC2',
    Content: JSON.stringify({ ec2_attributes: attributes }),
  });
  const { Id } = Policy.PolicySummary;
  await world.organizations('AttachPolicy', { PolicyId: Id, TargetId: target ?? root });
  return Id;
}

const assign = (value: string) => ({ '@@assign': value });
const blocked = { snapshot_block_public_access: { state: assign('block_all_sharing') } };

describe('the attributes of EC2 in an account', () => {
  it('are the key of AWS for volumes, and no serial console unless a policy declares it', async () => {
    const world = fakeWorld();
    const ask = callOf(ec2(world));
    expect(await ask('GetEbsDefaultKmsKeyId')).toEqual({ KmsKeyId: 'alias/aws/ebs' });
    const console = () => ask('GetSerialConsoleAccessStatus');
    expect(await console()).toEqual({ SerialConsoleAccessEnabled: false, ManagedBy: 'account' });
    await declare(world, { serial_console_access: { status: assign('enabled') } });
    expect(await console()).toEqual({ SerialConsoleAccessEnabled: true, ManagedBy: 'declarative-policy' });
  });

  it('are those of a new account until somebody sets them, each in its region', async () => {
    const ask = callOf(ec2(fakeWorld()));
    expect(await ask('GetImageBlockPublicAccessState')).toEqual({
      ImageBlockPublicAccessState: 'block-new-sharing',
      ManagedBy: 'account',
    });
    await ask('DisableImageBlockPublicAccess');
    await ask('EnableSnapshotBlockPublicAccess', { State: 'block-all-sharing' });
    await ask('ModifyInstanceMetadataDefaults', { HttpTokens: 'required', HttpPutResponseHopLimit: '2' });
    expect((await ask('GetImageBlockPublicAccessState')).ImageBlockPublicAccessState).toBe('unblocked');
    expect((await ask('GetSnapshotBlockPublicAccessState')).State).toBe('block-all-sharing');
    expect((await ask('GetInstanceMetadataDefaults')).AccountLevel).toEqual({
      HttpTokens: 'required',
      HttpPutResponseHopLimit: 2,
      ManagedBy: 'account',
    });
    expect((await ask('GetSnapshotBlockPublicAccessState', {}, undefined, 'eu-west-1')).State).toBe('unblocked');
  });

  it('have no preference any more once it is taken back', async () => {
    const ask = callOf(ec2(fakeWorld()));
    await ask('ModifyInstanceMetadataDefaults', { HttpTokens: 'required' });
    await ask('ModifyInstanceMetadataDefaults', { HttpTokens: 'no-preference', HttpPutResponseHopLimit: '-1' });
    expect((await ask('GetInstanceMetadataDefaults')).AccountLevel).toEqual({ ManagedBy: 'account' });
  });

  it.each([
    ['EnableSnapshotBlockPublicAccess', { State: 'block_all_sharing' }],
    ['EnableImageBlockPublicAccess', { ImageBlockPublicAccessState: 'unblocked' }],
    ['ModifyInstanceMetadataDefaults', { HttpPutResponseHopLimit: '65' }],
  ])('refuse %s with %p', async (operation, input) => {
    await expect(callOf(ec2(fakeWorld()))(operation, input)).rejects.toEqual(refusal('InvalidParameterValue'));
  });
});

describe('a declarative policy for EC2', () => {
  it('sets the attributes of every account below, and no account changes them', async () => {
    const world = fakeWorld();
    const id = await world.vend('sandbox');
    const ask = callOf(ec2(world));
    await declare(world, { ...blocked, exception_message: assign('Ask security@example.com') });
    expect(await ask('GetSnapshotBlockPublicAccessState', {}, id)).toEqual({
      State: 'block-all-sharing',
      ManagedBy: 'declarative-policy',
    });
    await expect(ask('DisableSnapshotBlockPublicAccess', {}, id)).rejects.toThrow(
      'This functionality has been disabled by a Declarative Policy. Custom Message: Ask security@example.com',
    );
    await expect(ask('DisableImageBlockPublicAccess', {}, id)).resolves.toBeDefined();
  });

  it('gives an account its own settings back when it is detached', async () => {
    const world = fakeWorld();
    const ask = callOf(ec2(world));
    await ask('EnableSnapshotBlockPublicAccess', { State: 'block-new-sharing' });
    const PolicyId = await declare(world, blocked);
    await world.organizations('DetachPolicy', { PolicyId, TargetId: world.organization.find()?.rootId });
    expect((await ask('GetSnapshotBlockPublicAccessState')).State).toBe('block-new-sharing');
  });

  it('is overruled by one that is nearer to the account', async () => {
    const world = fakeWorld();
    const id = await world.vend('sandbox');
    const tokens = (value: string) => ({ instance_metadata_defaults: { http_tokens: assign(value) } });
    await declare(world, tokens('required'));
    await declare(world, tokens('no_preference'), id);
    const ask = callOf(ec2(world));
    expect((await ask('GetInstanceMetadataDefaults')).AccountLevel.HttpTokens).toBe('required');
    expect((await ask('GetInstanceMetadataDefaults', {}, id)).AccountLevel).toEqual({
      ManagedBy: 'declarative-policy',
    });
    await expect(ask('ModifyInstanceMetadataDefaults', { HttpTokens: 'optional' }, id)).rejects.toEqual(
      refusal('DeclarativePolicyViolation'),
    );
  });

  it.each([
    ['an attribute that there is not', { image_sharing: { state: assign('unblocked') } }],
    ['a value in the words of the API', { snapshot_block_public_access: { state: assign('block-all-sharing') } }],
    ['a member that an attribute does not have', { image_block_public_access: { status: assign('unblocked') } }],
    ['a value without an operator', { image_block_public_access: { state: 'unblocked' } }],
    ['more hops than there are', { instance_metadata_defaults: { http_put_response_hop_limit: assign('65') } }],
  ])('is refused with %s', async (_, attributes) => {
    await expect(declare(fakeWorld(), attributes)).rejects.toEqual(refusal('MalformedPolicyDocumentException'));
  });
});
