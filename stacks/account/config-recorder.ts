import { ConfigConfigurationRecorder } from '@cdktf/provider-aws/lib/config-configuration-recorder';
import { ConfigConfigurationRecorderStatus } from '@cdktf/provider-aws/lib/config-configuration-recorder-status';
import { ConfigDeliveryChannel } from '@cdktf/provider-aws/lib/config-delivery-channel';
import type { Construct } from 'constructs';
import { names } from '../../schema/facts/names';
import type { LandingZone } from '../../schema/landing-zone';
import { LandingZoneStack } from '../kernel/landing-zone-stack';
import { Part } from '../kernel/part';
import { ServiceRole } from '../parts/service-role';

export interface ConfigRecorderProps {
  readonly configBucket: string;
  readonly configKeyArn: string;
}

/** Records every resource of the account in each of its regions, and delivers to the log archive. */
export class ConfigRecorder extends Part {
  readonly roleArn: string;

  constructor(scope: Construct, id: string, props: ConfigRecorderProps) {
    super(scope, id);
    const role = this.makeRole(props);
    this.roleArn = role.arn;
    for (const region of LandingZoneStack.of(this).here.account.regions) this.record(region, role, props);
  }

  private record(region: string, role: ServiceRole, { configBucket, configKeyArn }: ConfigRecorderProps): void {
    const { zone, here } = LandingZoneStack.of(this);
    const placement = here.in(region);
    const recorder = new ConfigConfigurationRecorder(this, `config-${region}`, {
      ...placement,
      name: `${zone.name}-recorder`,
      roleArn: role.arn,
      recordingGroup: recordingGroup(zone, region),
      recordingMode: { recordingFrequency: zone.services.config.recordingFrequency },
      dependsOn: role.permissions,
    });
    const channel = new ConfigDeliveryChannel(this, `config-channel-${region}`, {
      ...placement,
      name: `${zone.name}-channel`,
      s3BucketName: configBucket,
      s3KmsKeyArn: configKeyArn,
      snapshotDeliveryProperties: { deliveryFrequency: zone.services.config.snapshotFrequency },
      dependsOn: [recorder],
    });
    new ConfigConfigurationRecorderStatus(this, `config-status-${region}`, {
      ...placement,
      name: recorder.name,
      isEnabled: true,
      dependsOn: [channel],
    });
  }

  /** A role and not the service-linked one, because the bucket policy can tell the organization's roles from others. */
  private makeRole({ configBucket, configKeyArn }: ConfigRecorderProps): ServiceRole {
    const { zone, here } = LandingZoneStack.of(this);
    const bucketArn = `arn:aws:s3:::${configBucket}`;
    return new ServiceRole(this, 'config-recorder-role', {
      name: names.configRecorderRole(zone),
      description: 'Lets Config read the account and deliver to the log archive',
      service: 'config.amazonaws.com',
      managedPolicyArn: 'arn:aws:iam::aws:policy/service-role/AWS_ConfigRole',
      statements: [
        { Sid: 'CheckBucket', Effect: 'Allow', Action: ['s3:GetBucketAcl', 's3:ListBucket'], Resource: bucketArn },
        {
          Sid: 'Deliver',
          Effect: 'Allow',
          Action: 's3:PutObject',
          Resource: `${bucketArn}/AWSLogs/${here.id}/Config/*`,
          Condition: { StringEquals: { 's3:x-amz-acl': 'bucket-owner-full-control' } },
        },
        { Sid: 'Encrypt', Effect: 'Allow', Action: ['kms:GenerateDataKey', 'kms:Decrypt'], Resource: configKeyArn },
      ],
    });
  }
}

const globalTypes = ['AWS::IAM::Group', 'AWS::IAM::Policy', 'AWS::IAM::Role', 'AWS::IAM::User'];

/**
 * Global resources are recorded in the home region alone: elsewhere each would be recorded, and paid for, again. Strategy and exclusions
 * are always said, because the provider sends those of before where they are left out, which AWS refuses beside the others. No exclusion
 * is an empty block: AWS provider 5.100 refuses to create a recorder with an empty list in it.
 */
function recordingGroup(zone: LandingZone, region: string) {
  const home = region === zone.homeRegion;
  const excluded = zone.services.config.excludedResourceTypes;
  if (excluded.length === 0)
    return {
      allSupported: true,
      includeGlobalResourceTypes: home,
      exclusionByResourceTypes: [{}],
      recordingStrategy: [{ useOnly: 'ALL_SUPPORTED_RESOURCE_TYPES' }],
    };
  return {
    allSupported: false,
    includeGlobalResourceTypes: false,
    exclusionByResourceTypes: [{ resourceTypes: [...excluded, ...(home ? [] : globalTypes)].sort() }],
    recordingStrategy: [{ useOnly: 'EXCLUSION_BY_RESOURCE_TYPES' }],
  };
}
