import { CloudwatchEventRule } from '@cdktf/provider-aws/lib/cloudwatch-event-rule';
import { CloudwatchEventTarget } from '@cdktf/provider-aws/lib/cloudwatch-event-target';
import { LambdaPermission } from '@cdktf/provider-aws/lib/lambda-permission';
import type { Construct } from 'constructs';
import type { DigestRequest } from '../../lambda';
import { detectiveRules } from '../../policy/conformance/detective-rules';
import { names } from '../../schema/facts/names';
import type { LandingZone } from '../../schema/landing-zone';
import { LandingZoneStack } from '../kernel/landing-zone-stack';
import { Part } from '../kernel/part';
import type { DigestRoute } from './digest-route';

export interface DigestScheduleProps {
  readonly route: DigestRoute;
  readonly queueUrl: string;
  readonly topicArn: string;
  readonly lambda: { readonly arn: string; readonly functionName: string };
  /** Takes what the function cannot be called with. */
  readonly undeliveredArn: string;
}

/** When people in Europe begin, and people in America find it: UTC. */
const clock = { daily: 'cron(0 6 * * ? *)', weekly: 'cron(0 6 ? * MON *)' } as const;

/** Calls the function at the hour of a digest, and tells it which one is due. */
export class DigestSchedule extends Part {
  constructor(scope: Construct, id: string, props: DigestScheduleProps) {
    super(scope, id);
    const { zone, here } = LandingZoneStack.of(this);
    const { route, queueUrl, topicArn, lambda, undeliveredArn } = props;
    const request: DigestRequest = {
      zone: zone.name,
      route: route.name,
      every: route.digest === 'daily' ? 'day' : 'week',
      empty: route.emptyDigest ?? 'send',
      queueUrl,
      topicArn,
      rules: rulesBySeverity(zone),
    };
    const rule = new CloudwatchEventRule(this, id, {
      ...here.home,
      name: names.digestSchedule(zone, route.name),
      description: `When the ${route.digest} digest of the route ${route.name} is sent`,
      scheduleExpression: clock[route.digest],
    });
    const permission = new LambdaPermission(this, `${id}-permission`, {
      ...here.home,
      statementId: route.name,
      action: 'lambda:InvokeFunction',
      functionName: lambda.functionName,
      principal: 'events.amazonaws.com',
      sourceArn: rule.arn,
    });
    new CloudwatchEventTarget(this, `${id}-target`, {
      ...here.home,
      rule: rule.name,
      targetId: 'digest',
      arn: lambda.arn,
      input: JSON.stringify(request),
      deadLetterConfig: { arn: undeliveredArn },
      dependsOn: [permission],
    });
  }
}

/** Config's events do not say how bad it is. What is not named is low, which most rules of a long list are not worth naming for. */
export function rulesBySeverity(zone: LandingZone): DigestRequest['rules'] {
  const bySeverity: Partial<Record<'critical' | 'high' | 'medium', string[]>> = {};
  for (const { name, controls } of detectiveRules(zone)) {
    const found = new Set(zone.controls.filter(({ id }) => controls.includes(id)).map(({ severity }) => severity));
    const severity = (['critical', 'high', 'medium'] as const).find((each) => found.has(each));
    if (severity) {
      bySeverity[severity] ??= [];
      bySeverity[severity].push(name);
    }
  }
  return bySeverity;
}
