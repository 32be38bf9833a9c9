import {
  DescribeKeyCommand,
  GetKeyPolicyCommand,
  GetKeyRotationStatusCommand,
  type GrantListEntry,
  KMSClient,
  paginateListAliases,
  paginateListGrants,
  paginateListKeys,
} from '@aws-sdk/client-kms';
import type { Place } from '../live-aws';
import type { Reader } from '../reader';

async function tryKeyOf(at: Place, alias: unknown): Promise<string | undefined> {
  const pages = await at.pages(KMSClient, paginateListAliases, {});
  return pages.flatMap(({ Aliases = [] }) => Aliases).find(({ AliasName }) => AliasName === alias)?.TargetKeyId;
}

/** A key that stands without its alias: it is told by its description. One that waits for its deletion is gone. */
async function tryDescribed(at: Place, description: unknown): Promise<string | undefined> {
  const pages = await at.pages(KMSClient, paginateListKeys, {});
  const ids = pages.flatMap(({ Keys = [] }) => Keys.flatMap(({ KeyId = [] }) => KeyId));
  const keys = await Promise.all(ids.map((KeyId) => at.ask(KMSClient, new DescribeKeyCommand({ KeyId }))));
  return keys.find(
    ({ KeyMetadata: key }) =>
      key?.KeyManager === 'CUSTOMER' && key.Description === description && key.KeyState !== 'PendingDeletion',
  )?.KeyMetadata?.KeyId;
}

/** Whether a service made a grant to work with what the key encrypts, and takes it back itself. KMS Developer Guide, grants. */
const isOfService = ({ GranteePrincipal = '', RetiringPrincipal = '' }: GrantListEntry): boolean =>
  [GranteePrincipal, RetiringPrincipal].some((principal) => /^[\w.-]+\.amazonaws\.com$/.test(principal));

/** Grants that let somebody use the key besides its policy: no stack makes one. */
async function grantsOn(at: Place, KeyId: string): Promise<readonly string[]> {
  const pages = await at.pages(KMSClient, paginateListGrants, { KeyId });
  return pages
    .flatMap(({ Grants = [] }) => Grants)
    .filter((grant) => !isOfService(grant))
    .map(({ GrantId, GranteePrincipal, Operations }) => `${GranteePrincipal}: ${Operations?.join(', ')} (${GrantId})`)
    .sort();
}

/** A key has no name: it is found by the alias that its stack gives it, `wanted.alias`, and without one by its description. */
const key: Reader = {
  async read(at, wanted) {
    const KeyId = (await tryKeyOf(at, wanted.alias)) ?? (await tryDescribed(at, wanted.description));
    if (KeyId === undefined) return undefined;
    const { KeyMetadata } = await at.ask(KMSClient, new DescribeKeyCommand({ KeyId }));
    const { Policy } = await at.ask(KMSClient, new GetKeyPolicyCommand({ KeyId, PolicyName: 'default' }));
    const { KeyRotationEnabled } = await at.ask(KMSClient, new GetKeyRotationStatusCommand({ KeyId }));
    return {
      id: KeyId,
      key_id: KeyId,
      arn: KeyMetadata?.Arn,
      description: KeyMetadata?.Description,
      policy: Policy,
      enable_key_rotation: KeyRotationEnabled,
      key_state: KeyMetadata?.KeyState,
      grants: await grantsOn(at, KeyId),
    };
  },
  also: () => ({ key_state: 'Enabled', grants: undefined }),
  unread: { deletion_window_in_days: 'is Terraform’s own', alias: 'the key is found by it' },
};

const alias: Reader = {
  async read(at, { name }) {
    const found = await tryKeyOf(at, name);
    return found === undefined ? undefined : { id: name, name, target_key_id: found };
  },
};

export const readers: Readonly<Record<string, Reader>> = { aws_kms_key: key, aws_kms_alias: alias };
