import {
  Cloudtrail,
  type CloudtrailAdvancedEventSelector,
  type CloudtrailAdvancedEventSelectorFieldSelector,
} from '@cdktf/provider-aws/lib/cloudtrail';
import type { Construct } from 'constructs';
import { names } from '../../schema/facts/names';
import type { LandingZone } from '../../schema/landing-zone';
import { LandingZoneStack } from '../kernel/landing-zone-stack';
import { aiDataEventTypes } from './data-event-types';

export interface DataTrailProps {
  readonly trailBucket: string;
  readonly trailKeyArn: string;
}

/**
 * Records the data events of AI in every region of the account. Management events are in the organization trail already and a
 * second copy is paid for; only where that trail is off does this one record them.
 */
export class DataTrail extends Cloudtrail {
  constructor(scope: Construct, id: string, { trailBucket, trailKeyArn }: DataTrailProps) {
    const { zone, here } = LandingZoneStack.of(scope);
    super(scope, id, {
      ...here.home,
      name: names.accountTrail(zone),
      isMultiRegionTrail: true,
      includeGlobalServiceEvents: true,
      enableLogFileValidation: true,
      s3BucketName: trailBucket,
      s3KeyPrefix: names.accountTrailPrefix,
      kmsKeyId: trailKeyArn,
      advancedEventSelector: selectorsOf(zone),
    });
  }
}

const selectorsOf = (zone: LandingZone): CloudtrailAdvancedEventSelector[] => [
  ...Object.entries(aiDataEventTypes).flatMap(([service, types]) =>
    types.map((type) =>
      selector(`Use of ${service} ${type}`, [
        equals('eventCategory', 'Data'),
        equals('resources.type', `AWS::${service}::${type}`),
      ]),
    ),
  ),
  ...objectsOfTheLake(zone),
  ...(zone.services.cloudTrail.organizationTrail
    ? []
    : [selector('Management events', [equals('eventCategory', 'Management')])]),
];

/** Every call on an object, but for the delivery of access logs: each of those would be logged, and paid for, once more. */
function objectsOfTheLake(zone: LandingZone): readonly CloudtrailAdvancedEventSelector[] {
  const objects = [equals('eventCategory', 'Data'), equals('resources.type', 'AWS::S3::Object')];
  const all = [`arn:aws:s3:::${names.dataBucketPrefix(zone)}`];
  const accessLogs = [`arn:aws:s3:::${names.accessLogBucketPrefix(zone)}`];
  return [
    selector('Objects of the data lake', [
      ...objects,
      { field: 'resources.ARN', startsWith: all, notStartsWith: accessLogs },
    ]),
    selector('Access logs, but for their delivery', [
      ...objects,
      { field: 'resources.ARN', startsWith: accessLogs },
      { field: 'eventName', notEquals: ['PutObject'] },
    ]),
  ];
}

const equals = (field: string, value: string) => ({ field, equalTo: [value] });

const selector = (
  name: string,
  fieldSelector: CloudtrailAdvancedEventSelectorFieldSelector[],
): CloudtrailAdvancedEventSelector => ({ name, fieldSelector });
