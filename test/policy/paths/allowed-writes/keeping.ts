import { type AllowedByService, adds, creates, endsOwn, managementOnly, tags } from './reasons';

/** Of what keeps data, networks and the organization together. */
export const keeping: AllowedByService = {
  'aws-marketplace': [{ actions: 'Unsubscribe', reason: 'A licence ends; nothing is signed or paid.' }],
  ec2: [
    { actions: 'CreateFlowLogs Enable*', reason: adds },
    { actions: 'DisassociateAddress ReleaseAddress StopInstances TerminateInstances', reason: endsOwn },
    {
      actions: 'StartInstances',
      reason: 'The instance was launched as the controls want it, or before them: the rule reports it.',
    },
    {
      actions: 'ResetNetworkInterfaceAttribute ResetSnapshotAttribute',
      reason: 'Back to the default, which is private.',
    },
  ],
  'ecr-public': [{ actions: 'BatchDeleteImage DeleteRepository', reason: 'What was public ceases to be.' }],
  iam: [
    {
      actions: 'DeleteAccessKey DeleteLoginProfile DeleteServiceSpecificCredential DeleteUser',
      reason: 'A credential ceases to be.',
    },
    {
      actions: 'UpdateAccessKey UpdateServiceSpecificCredential',
      reason:
        'It takes a key that leaked out of use, and no condition key tells that from the way back; Bedrock takes no long-term key anyway.',
    },
    { actions: 'UpdateUser', reason: 'It gives a user another name or path; no user is exempt from anything.' },
    { actions: 'Tag* Untag*', reason: tags },
  ],
  kms: [
    {
      actions: 'CancelKeyDeletion EnableKey EnableKeyRotation RotateKeyOnDemand',
      reason: 'It makes a key more usable, or younger.',
    },
    {
      actions: 'Decrypt GenerateMac GenerateRandom ReEncryptFrom DeriveSharedSecret Sign Verify*',
      reason:
        'To use a key is not to change it; who may is in its policy, and strangers are kept out by data-perimeter-identity.',
    },
    {
      actions: 'CreateGrant',
      reason:
        'Services that encrypt need it in the name of whoever asks; a stranger with a grant is kept out by data-perimeter-identity.',
    },
    { actions: 'RetireGrant RevokeGrant', reason: 'A grant ends; no key of the landing zone lives by one.' },
    { actions: 'CreateAlias', reason: 'A further alias takes none away.' },
    {
      actions: '*CustomKeyStore ImportKeyMaterial',
      reason: 'Of keys whose material is elsewhere; the landing zone has none, and material is not deleted.',
    },
    {
      actions: 'ReplicateKey SynchronizeMultiRegionKey UpdatePrimaryRegion',
      reason:
        'Of multi-Region keys, of which the landing zone has none; a replica stays in governed regions by its own policy.',
    },
    { actions: 'TagResource UntagResource UpdateKeyDescription', reason: tags },
  ],
  organizations: [
    {
      actions:
        'AttachPolicy DetachPolicy *Policy *PolicyType *Account *GovCloudAccount *OrganizationalUnit *AWSServiceAccess *DelegatedAdministrator EnableAllFeatures *Organization InviteAccountToOrganization RemoveAccountFromOrganization *ResponsibilityTransfer InviteOrganizationToTransferResponsibility',
      reason: managementOnly,
    },
    { actions: 'CancelHandshake DeclineHandshake', reason: 'An invitation is refused.' },
    { actions: 'TagResource UntagResource', reason: managementOnly },
  ],
  ram: [
    {
      actions: 'AcceptResourceShareInvitation',
      reason: 'Something of a stranger comes in; the promise is about what goes out.',
    },
    {
      actions: 'RejectResourceShareInvitation DeleteResourceShare DisassociateResourceShare',
      reason: 'Less is shared then.',
    },
    {
      actions:
        '*Permission *PermissionVersion ReplacePermissionAssociations PromotePermissionCreatedFromPolicy PromoteResourceShareCreatedFromPolicy',
      reason: 'It says what those may do with whom something is shared; with whom is guarded.',
    },
    { actions: 'EnableSharingWithAwsOrganization', reason: managementOnly },
    { actions: 'TagResource UntagResource', reason: tags },
  ],
  rolesanywhere: [
    {
      actions: '*Profile *AttributeMapping',
      reason: 'A profile lets nobody in without a trust anchor, and these are guarded.',
    },
    { actions: 'ImportCrl EnableCrl', reason: 'More certificates are revoked then.' },
    { actions: '*NotificationSettings', reason: 'Reminders that a certificate runs out; access ends by itself.' },
    { actions: 'TagResource UntagResource', reason: tags },
  ],
  s3: [
    { actions: 'AbortMultipartUpload CreateBucket RestoreObject InitiateReplication', reason: creates },
    {
      actions: '*AccessGrant* *AccessPoint* *MultiRegionAccessPoint*',
      reason:
        'A way to a bucket opens no more than its bucket policy, which is guarded, and no way out of the organization: data-perimeter-identity.',
    },
    {
      actions: 'PutObject* ObjectOwnerOverrideToBucketOwner',
      reason:
        'Objects of our buckets have no ACL, versions keep what is written over, and retention is shortened by BypassGovernanceRetention only.',
    },
    {
      actions: 'ReplicateDelete ReplicateTags ReplicateObjectAnnotation',
      reason: 'It follows ReplicateObject, which leaves the organization nowhere.',
    },
    {
      actions: '*BucketWebsite PutBucketCORS PutBucketRequestPayment PutAccelerateConfiguration',
      reason: 'It says how those reach a bucket who may; the account blocks public access.',
    },
    {
      actions:
        'PutBucketNotification PutInventoryConfiguration PutAnalyticsConfiguration PutMetricsConfiguration *StorageLens* *MetadataTableConfiguration *BucketMetadata*',
      reason: 'It tells that objects are there and what they are called, not what is in them.',
    },
    {
      actions: 'PutIntelligentTieringConfiguration',
      reason: 'It moves objects to cheaper storage, from which they come back.',
    },
    {
      actions: 'PutBucketAbac',
      reason:
        'It lets tags of a bucket count; those of the data lake are guarded, and log buckets are allowed by no tag.',
    },
    {
      actions: 'CreateJob *JobTagging UpdateJob*',
      reason: 'A batch does what its role may do one by one, and that role is bound as all are.',
    },
    { actions: 'SubmitMultiRegionAccessPointRoutes', reason: 'It says which of the own buckets answers.' },
  ],
  sso: [
    {
      actions: 'DeleteInstance UpdateInstance',
      reason: 'There is the instance of the organization only, which members cannot change.',
    },
  ],
};
