import { CloudwatchEventRule } from '@cdktf/provider-aws/lib/cloudwatch-event-rule';
import { CloudwatchEventTarget } from '@cdktf/provider-aws/lib/cloudwatch-event-target';
import { CloudwatchLogGroup } from '@cdktf/provider-aws/lib/cloudwatch-log-group';
import { CloudwatchLogResourcePolicy } from '@cdktf/provider-aws/lib/cloudwatch-log-resource-policy';
import type { Construct } from 'constructs';
import { policyDocument } from '../../policy/iam/statement';
import { names } from '../../schema/facts/names';
import type { LandingZone } from '../../schema/landing-zone';
import { LandingZoneStack } from '../kernel/landing-zone-stack';
import { Part } from '../kernel/part';
import { FailureAlarm } from '../parts/failure-alarm';
import { heartbeats } from '../parts/findings-forwarder';
import { globalEventsRegion } from '../parts/management-events';

/** Accounts and regions that are to be heard once an hour: those that forward anything, as the management account does of what is global. */
export const voices = ({ activeAccounts, managementAccount }: LandingZone): number =>
  activeAccounts.filter(({ origin }) => origin !== 'external').reduce((sum, { regions }) => sum + regions.length, 0) +
  (managementAccount.regions.includes(globalEventsRegion) ? 0 : 1);

export interface SilenceProps {
  readonly busName: string;
  /** Takes what the log does not. */
  readonly undeliveredArn: string;
}

/**
 * Goes off where an account or region is not heard any more: whatever cuts its way to the findings bus cuts its own alarms, too. One alarm
 * counts all of them, since one for each would cost more than all others together; the log says who was heard. The count of an hour may
 * be short by an event that comes late, or too high by one that comes twice, and metrics of EventBridge are no complete account of it
 * (EventBridge User Guide, eb-monitoring), hence twenty hours of a day.
 */
export class Silence extends Part {
  constructor(scope: Construct, id: string, { busName, undeliveredArn }: SilenceProps) {
    super(scope, id);
    const { zone, here } = LandingZoneStack.of(this);
    const rule = new CloudwatchEventRule(this, `${id}-heartbeats`, {
      ...here.home,
      name: names.heartbeats(zone),
      description: 'Which accounts and regions can still be heard',
      eventBusName: busName,
      eventPattern: JSON.stringify(heartbeats(zone)),
    });
    const { log, policy } = this.makeLog(id);
    new CloudwatchEventTarget(this, `${id}-heartbeats-target`, {
      ...here.home,
      rule: rule.name,
      eventBusName: busName,
      targetId: 'log',
      arn: log.arn,
      deadLetterConfig: { arn: undeliveredArn },
      dependsOn: [policy],
    });
    new FailureAlarm(this, `${id}-alarm`, {
      placement: here.home,
      of: 'silence',
      description: `For a day fewer than all ${voices(zone)} accounts and regions were heard: the log ${names.heartbeats(zone)} says which`,
      namespace: 'AWS/Events',
      metricName: 'MatchedEvents',
      dimensions: { EventBusName: busName, RuleName: rule.name },
      when: {
        statistic: 'Sum',
        comparisonOperator: 'LessThanThreshold',
        threshold: voices(zone),
        period: 3_600,
        evaluationPeriods: 24,
        datapointsToAlarm: 20,
        treatMissingData: 'breaching',
      },
    });
  }

  /** EventBridge writes to a log group by the policy of all log groups, not by a role: EventBridge User Guide, eb-use-resource-based. */
  private makeLog(id: string) {
    const { zone, here } = LandingZoneStack.of(this);
    const log = new CloudwatchLogGroup(this, `${id}-log`, {
      ...here.home,
      name: names.heartbeats(zone),
      retentionInDays: 365,
    });
    const policy = new CloudwatchLogResourcePolicy(this, `${id}-log-policy`, {
      ...here.home,
      policyName: names.heartbeats(zone),
      policyDocument: policyDocument([
        {
          Sid: 'EventBridge',
          Effect: 'Allow',
          Principal: { Service: ['delivery.logs.amazonaws.com', 'events.amazonaws.com'] },
          Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
          Resource: `arn:aws:logs:${zone.homeRegion}:${here.id}:log-group:${names.heartbeats(zone)}:*`,
        },
      ]),
    });
    return { log, policy };
  }
}
