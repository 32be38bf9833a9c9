import { ConfigConfigurationRecorder } from '@cdktf/provider-aws/lib/config-configuration-recorder';
import { ConfigConfigurationRecorderStatus } from '@cdktf/provider-aws/lib/config-configuration-recorder-status';
import { ConfigDeliveryChannel } from '@cdktf/provider-aws/lib/config-delivery-channel';
import type { Construct } from 'constructs';
import { names } from '../../schema/facts/names';
import type { Account, LandingZone } from '../../schema/landing-zone';
import type { Places } from '../kernel/places';
import { ServiceRole } from '../parts/service-role';

export interface RecorderProps {
  readonly zone: LandingZone;
  readonly account: Account;
  readonly here: Places;
  readonly configBucket: string;
  readonly configKeyArn: string;
}

/** Records every resource of the account in each of its regions, and delivers to the log archive. */
export function recordConfiguration(scope: Construct, props: RecorderProps): { readonly roleArn: string } {
  const { zone, account, here, configBucket, configKeyArn } = props;
  const role = recorderRole(scope, props);
  for (const region of account.regions) {
    const place = here.at(region);
    const recorder = new ConfigConfigurationRecorder(scope, `config-${region}`, {
      ...place,
      name: `${zone.name}-recorder`,
      roleArn: role.arn,
      recordingGroup: recordingGroup(zone, region),
      recordingMode: { recordingFrequency: zone.services.config.recordingFrequency },
      dependsOn: role.permissions,
    });
    const channel = new ConfigDeliveryChannel(scope, `config-channel-${region}`, {
      ...place,
      name: `${zone.name}-channel`,
      s3BucketName: configBucket,
      s3KmsKeyArn: configKeyArn,
      snapshotDeliveryProperties: { deliveryFrequency: zone.services.config.snapshotFrequency },
      dependsOn: [recorder],
    });
    new ConfigConfigurationRecorderStatus(scope, `config-status-${region}`, {
      ...place,
      name: recorder.name,
      isEnabled: true,
      dependsOn: [channel],
    });
  }
  return { roleArn: role.arn };
}

const globalTypes = ['AWS::IAM::Group', 'AWS::IAM::Policy', 'AWS::IAM::Role', 'AWS::IAM::User'];

/** Global resources are recorded in the home region alone: elsewhere each would be recorded, and paid for, again. */
function recordingGroup(zone: LandingZone, region: string) {
  const home = region === zone.homeRegion;
  const excluded = zone.services.config.excludedResourceTypes;
  if (excluded.length === 0) return { allSupported: true, includeGlobalResourceTypes: home };
  return {
    allSupported: false,
    includeGlobalResourceTypes: false,
    exclusionByResourceTypes: [{ resourceTypes: [...excluded, ...(home ? [] : globalTypes)].sort() }],
    recordingStrategy: [{ useOnly: 'EXCLUSION_BY_RESOURCE_TYPES' }],
  };
}

/** A role and not the service-linked one, because the bucket policy can tell the organization's roles from others. */
function recorderRole(scope: Construct, { zone, here, configBucket, configKeyArn }: RecorderProps): ServiceRole {
  const bucketArn = `arn:aws:s3:::${configBucket}`;
  return new ServiceRole(scope, 'config-recorder-role', {
    place: here.home,
    name: names.configRecorderRole(zone),
    description: 'Lets Config read the account and deliver to the log archive',
    service: 'config.amazonaws.com',
    accountId: here.accountId,
    managedPolicyArn: 'arn:aws:iam::aws:policy/service-role/AWS_ConfigRole',
    statements: [
      { Sid: 'CheckBucket', Effect: 'Allow', Action: ['s3:GetBucketAcl', 's3:ListBucket'], Resource: bucketArn },
      {
        Sid: 'Deliver',
        Effect: 'Allow',
        Action: 's3:PutObject',
        Resource: `${bucketArn}/AWSLogs/${here.accountId}/Config/*`,
        Condition: { StringEquals: { 's3:x-amz-acl': 'bucket-owner-full-control' } },
      },
      { Sid: 'Encrypt', Effect: 'Allow', Action: ['kms:GenerateDataKey', 'kms:Decrypt'], Resource: configKeyArn },
    ],
  });
}
