import {
  DescribeKeyCommand,
  GetKeyPolicyCommand,
  GetKeyRotationStatusCommand,
  type KeyMetadata,
  paginateListKeys,
} from '@aws-sdk/client-kms';
import { tryParseStatements, type WrittenStatement } from '../documents';
import { eachOf, type Judge, unless } from '../judge';
import type { Place } from '../place';

interface Judged extends KeyMetadata {
  readonly rotates: boolean | undefined;
  readonly policy: string | undefined;
}

/** Keys that customers made; those of AWS are nobody's to change. */
const keys = (place: Place): Promise<readonly Judged[]> =>
  place.once('keys', async () => {
    const { kms } = place.ask;
    const found: Judged[] = [];
    for await (const { Keys = [] } of paginateListKeys({ client: kms }, {}))
      for (const { KeyId } of Keys) {
        const { KeyMetadata: key } = await kms.send(new DescribeKeyCommand({ KeyId }));
        if (key?.KeyManager !== 'CUSTOMER') continue;
        const { KeyRotationEnabled: rotates } = await kms.send(new GetKeyRotationStatusCommand({ KeyId }));
        const { Policy: policy } = await kms.send(new GetKeyPolicyCommand({ KeyId, PolicyName: 'default' }));
        found.push({ ...key, rotates, policy });
      }
    return found;
  });

const key = (tryFault: (key: Judged) => string | undefined): Judge => eachOf(keys, ({ KeyId }) => KeyId, tryFault);

/** Condition keys of which fixed values keep the public out. Source: KMS Developer Guide, and S3 User Guide, "The meaning of public". */
const narrowing =
  /^(kms:CallerAccount|aws:(PrincipalOrgID|PrincipalOrgPaths|PrincipalAccount|PrincipalArn|SourceAccount|SourceArn|SourceOrgID|SourceOrgPaths|ResourceOrgID))$/i;

/** Whether the statement lets in whoever wants to: everybody, and no condition with fixed values. */
function isPublic({ Effect, Principal, Condition }: WrittenStatement): boolean {
  const everybody = Principal === '*' || [Object(Principal).AWS].flat().includes('*');
  const narrowed = Object.values(Object(Condition))
    .flatMap((operands) => Object.entries(Object(operands)))
    .some(([name, values]) => narrowing.test(name) && ![values].flat().includes('*'));
  return Effect === 'Allow' && everybody && !narrowed;
}

/** Rules about keys. Source of each sentence: AWS Config Developer Guide, the page of the rule. */
export const keyRules: Readonly<Record<string, Judge>> = {
  // "Checks if automatic key rotation is enabled for each key and matches to the key ID of the customer created AWS KMS key."
  CMK_BACKING_KEY_ROTATION_ENABLED: key(({ rotates }) => unless(rotates, 'it does not rotate')),
  // "Checks if AWS KMS keys are not scheduled for deletion in AWS Key Management Service (AWS KMS)."
  KMS_CMK_NOT_SCHEDULED_FOR_DELETION: key(({ KeyState }) =>
    unless(KeyState !== 'PendingDeletion', 'it is about to be deleted'),
  ),
  // "Checks if the AWS KMS key policy allows public access."
  KMS_KEY_POLICY_NO_PUBLIC_ACCESS: key(({ policy }) =>
    unless(!tryParseStatements(policy).some(isPublic), 'its policy lets everybody in'),
  ),
};
