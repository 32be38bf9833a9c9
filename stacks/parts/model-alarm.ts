import { CloudwatchMetricAlarm } from '@cdktf/provider-aws/lib/cloudwatch-metric-alarm';
import type { Construct } from 'constructs';
import { names } from '../../schema/facts/names';
import { LandingZoneStack } from '../kernel/landing-zone-stack';
import { Part } from '../kernel/part';

/** Of one model each, at the endpoint bedrock-runtime: Bedrock User Guide, monitoring-runtime-metrics. */
export const perModel = 'SCHEMA("AWS/Bedrock", ModelId)';

/** The same at the endpoint bedrock-mantle: Bedrock User Guide, monitoring-mantle-metrics. */
export const perMantleModel = 'SCHEMA("AWS/BedrockMantle", Model)';

/** What is counted of models. */
export interface CountedUse {
  /** The rest of the alarm's name. */
  readonly word: string;
  readonly metric: string;
  /** Where CloudWatch Metrics Insights finds the metric: a namespace, or a schema of one. */
  readonly from: string;
  readonly description: string;
}

export interface ModelAlarmProps extends CountedUse {
  readonly region: string;
  /** The alarm goes off above it. */
  readonly most: number;
  /** Seconds in which the uses are summed up. */
  readonly period: number;
}

/**
 * Goes off where models are used more than they may be, all of them together. By a query, because models come and go (CloudWatch User Guide,
 * Create_Metrics_Insights_Alarm). Somebody is told by way of the findings bus.
 */
export class ModelAlarm extends Part {
  constructor(scope: Construct, id: string, { region, word, metric, from, most, period, ...props }: ModelAlarmProps) {
    super(scope, id);
    const { zone, here } = LandingZoneStack.of(this);
    new CloudwatchMetricAlarm(this, id, {
      ...here.in(region),
      alarmName: names.alarm(zone, word),
      alarmDescription: props.description,
      metricQuery: [{ id: 'q1', expression: `SELECT SUM(${metric}) FROM ${from}`, period, returnData: true }],
      comparisonOperator: 'GreaterThanThreshold',
      threshold: most,
      evaluationPeriods: 1,
      treatMissingData: 'notBreaching',
    });
  }
}
