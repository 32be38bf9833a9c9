import {
  CloudwatchMetricAlarm,
  type CloudwatchMetricAlarmConfig,
} from '@cdktf/provider-aws/lib/cloudwatch-metric-alarm';
import type { Construct } from 'constructs';
import { names } from '../../schema/facts/names';
import type { LandingZone } from '../../schema/landing-zone';
import { LandingZoneStack } from '../kernel/landing-zone-stack';
import { Part } from '../kernel/part';
import type { Placement } from '../kernel/placement';

export interface FailureAlarmProps {
  readonly placement: Placement;
  /** What fails, in one word of the alarm's name. */
  readonly of: string;
  readonly description: string;
  readonly namespace: string;
  readonly metricName: string;
  readonly dimensions: Readonly<Record<string, string>>;
  /** When it goes off. @default - once anything failed in five minutes */
  readonly when?: Partial<
    Pick<
      CloudwatchMetricAlarmConfig,
      | 'statistic'
      | 'comparisonOperator'
      | 'threshold'
      | 'period'
      | 'evaluationPeriods'
      | 'datapointsToAlarm'
      | 'treatMissingData'
    >
  >;
}

/** Goes off when something of the landing zone fails. Somebody is told by way of the findings bus. */
export class FailureAlarm extends Part {
  constructor(scope: Construct, id: string, { placement, of, dimensions, when, ...metric }: FailureAlarmProps) {
    super(scope, id);
    new CloudwatchMetricAlarm(this, id, {
      ...placement,
      alarmName: names.alarm(LandingZoneStack.of(this).zone, of),
      alarmDescription: metric.description,
      namespace: metric.namespace,
      metricName: metric.metricName,
      dimensions: { ...dimensions },
      statistic: 'Maximum',
      comparisonOperator: 'GreaterThanThreshold',
      threshold: 0,
      period: 300,
      evaluationPeriods: 1,
      // A metric of failures has no data while nothing fails.
      treatMissingData: 'notBreaching',
      ...when,
    });
  }
}

/** Alarms of the landing zone that go off. CloudWatch User Guide, cloudwatch-and-eventbridge: an event for each change of state. */
export const alarmsOf = (zone: LandingZone) => ({
  source: ['aws.cloudwatch'],
  'detail-type': ['CloudWatch Alarm State Change'],
  detail: { alarmName: [{ prefix: names.alarm(zone, '') }], state: { value: ['ALARM'] } },
});
