import {
  Cloudtrail,
  type CloudtrailAdvancedEventSelector,
  type CloudtrailAdvancedEventSelectorFieldSelector,
} from '@cdktf/provider-aws/lib/cloudtrail';
import type { Construct } from 'constructs';
import { names } from '../../schema/facts/names';
import type { LandingZone } from '../../schema/landing-zone';
import { LandingZoneStack } from '../kernel/landing-zone-stack';

export interface DataTrailProps {
  readonly trailBucket: string;
  readonly trailKeyArn: string;
}

/** Resource types whose data events say who used which model. CloudTrail User Guide, logging-data-events-with-cloudtrail. */
const modelUse = [
  'AWS::Bedrock::AgentAlias',
  'AWS::Bedrock::AsyncInvoke',
  'AWS::Bedrock::FlowAlias',
  'AWS::Bedrock::Guardrail',
  'AWS::Bedrock::InlineAgent',
  'AWS::Bedrock::KnowledgeBase',
  'AWS::Bedrock::Model',
  'AWS::Bedrock::Prompt',
  'AWS::SageMaker::Endpoint',
  'AWS::SageMaker::FeatureGroup',
];

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
  ...modelUse.map((type) =>
    selector(`Use of ${type.split('::').slice(1).join(' ')}`, [
      equals('eventCategory', 'Data'),
      equals('resources.type', type),
    ]),
  ),
  selector('Objects of the data lake', [
    equals('eventCategory', 'Data'),
    equals('resources.type', 'AWS::S3::Object'),
    { field: 'resources.ARN', startsWith: [`arn:aws:s3:::${names.dataBucketPrefix(zone)}`] },
  ]),
  ...(zone.services.cloudTrail.organizationTrail
    ? []
    : [selector('Management events', [equals('eventCategory', 'Management')])]),
];

const equals = (field: string, value: string) => ({ field, equalTo: [value] });

const selector = (
  name: string,
  fieldSelector: CloudtrailAdvancedEventSelectorFieldSelector[],
): CloudtrailAdvancedEventSelector => ({ name, fieldSelector });
