import { CloudwatchMetricAlarm } from '@cdktf/provider-aws/lib/cloudwatch-metric-alarm';
import type { Construct } from 'constructs';
import { names } from '../../../schema/facts/names';
import type { Bedrock } from '../../../schema/forms/ai/bedrock';
import { LandingZoneStack } from '../../kernel/landing-zone-stack';
import { Part } from '../../kernel/part';

const hour = 3_600;

/** Of one model each: Bedrock User Guide, monitoring-runtime-metrics. */
const perModel = 'SCHEMA("AWS/Bedrock", ModelId)';

/** Of all models together; its dimension has no name there, and a query of the namespace finds it under any. */
const ofAll = '"AWS/Bedrock"';

interface Watched {
  /** Ends the alarm's name. */
  readonly word: string;
  readonly metric: string;
  readonly from: string;
  readonly description: string;
  /** The alarm goes off above it. */
  readonly most: number | 'off';
}

/**
 * Goes off where models are used as nobody planned, and where the record of their use is not delivered, in each region. By a query, because
 * models come and go (CloudWatch User Guide, Create_Metrics_Insights_Alarm). Somebody is told by way of the findings bus.
 */
export class InvocationAlarms extends Part {
  constructor(scope: Construct, id: string, { alarms }: Pick<Bedrock, 'alarms'>) {
    super(scope, id);
    const { zone, here } = LandingZoneStack.of(this);
    for (const region of here.account.regions)
      for (const { word, metric, from, description, most } of watched(alarms)) {
        if (most === 'off') continue;
        new CloudwatchMetricAlarm(this, `bedrock-${word}-${region}`, {
          ...here.in(region),
          alarmName: names.alarm(zone, `bedrock-${word}`),
          alarmDescription: description,
          metricQuery: [{ id: 'q1', expression: `SELECT SUM(${metric}) FROM ${from}`, period: hour, returnData: true }],
          comparisonOperator: 'GreaterThanThreshold',
          threshold: most,
          evaluationPeriods: 1,
          treatMissingData: 'notBreaching',
        });
      }
  }
}

const watched = (alarms: Bedrock['alarms']): readonly Watched[] => [
  {
    word: 'errors',
    metric: 'InvocationClientErrors',
    from: perModel,
    description: 'Models refused more calls in an hour than planned: ai.bedrock.alarms.clientErrorsPerHour',
    most: alarms.clientErrorsPerHour,
  },
  {
    word: 'throttles',
    metric: 'InvocationThrottles',
    from: perModel,
    description: 'Models throttled more calls in an hour than planned: ai.bedrock.alarms.throttlesPerHour',
    most: alarms.throttlesPerHour,
  },
  {
    word: 'invocations',
    metric: 'Invocations',
    from: perModel,
    description: 'Models were called more often in an hour than planned: ai.bedrock.alarms.invocationsPerHour',
    most: alarms.invocationsPerHour,
  },
  {
    word: 'record',
    metric: 'ModelInvocationLogsS3DeliveryFailure',
    from: ofAll,
    description: 'What was asked of a model, and what it answered, did not reach the bucket of prompts',
    most: 0,
  },
];
