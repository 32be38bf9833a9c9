import { CloudwatchEventRule } from '@cdktf/provider-aws/lib/cloudwatch-event-rule';
import { CloudwatchEventTarget } from '@cdktf/provider-aws/lib/cloudwatch-event-target';
import type { ITerraformDependable } from 'cdktf';
import type { Construct } from 'constructs';
import { names } from '../../schema/facts/names';
import type { LandingZone } from '../../schema/landing-zone';
import { LandingZoneStack } from '../kernel/landing-zone-stack';
import { Part } from '../kernel/part';
import { alarmsOf } from './failure-alarm';
import { ServiceRole } from './service-role';
import { Undelivered } from './undelivered';

/** Events with the word that their rule is named by. */
export type ForwardedEvents = {
  readonly name: string;
  readonly description: string;
  /** Where it happens. @default - in every region of the forwarder */
  readonly regions?: readonly string[];
  /** Of the rule. @default 'ENABLED' */
  readonly state?: string | undefined;
} & (
  | { /** Of EventBridge. */ readonly pattern: object }
  | { /** Of a clock, whose events are forwarded. */ readonly schedule: string }
);

export interface FindingsForwarderProps {
  /** Tells this forwarder's role from others of the same account. */
  readonly purpose: string;
  readonly regions: readonly string[];
  /** The findings bus of the security account, in the home region. */
  readonly busArn: string;
  readonly events: readonly ForwardedEvents[];
  /**
   * What lets this account send there, where the same stack makes it: PutTargets refuses a bus elsewhere whose policy does not admit the
   * account (ministryofjustice/modernisation-platform-environments, pull request 19002; AWS's guides do not say so). @default - it stands
   */
  readonly admittedBy?: readonly ITerraformDependable[];
}

/**
 * Sends events of every region to the findings bus: a rule reaches only targets of its own region, and a bus is the one that it may reach
 * elsewhere. What the bus does not take is kept where it happened, and an alarm goes off there.
 */
export class FindingsForwarder extends Part {
  constructor(
    scope: Construct,
    id: string,
    { purpose, regions, busArn, events, admittedBy = [] }: FindingsForwarderProps,
  ) {
    super(scope, id);
    const { zone, here } = LandingZoneStack.of(this);
    const role = new ServiceRole(this, id, {
      name: names.forwardingRule(zone, purpose),
      description: 'Lets EventBridge put findings on the bus of the security account',
      // Since 2023 AWS takes no target in another account without one: aws-ia/terraform-aws-control_tower_account_factory, issue 284.
      service: 'events.amazonaws.com',
      statements: [{ Sid: 'PutEvents', Effect: 'Allow', Action: 'events:PutEvents', Resource: busArn }],
    });
    for (const region of regions) {
      const { queueArn } = new Undelivered(this, `${id}-undelivered-${region}`, {
        region,
        name: names.unforwarded(zone, purpose),
        rules: [names.forwardingRule(zone, '*')],
        of: `forward-${purpose}`,
        description: 'An event did not reach the findings bus; it is in the queue of this name',
      });
      for (const { name, description, state, regions: only = regions, ...when } of events) {
        if (!only.includes(region)) continue;
        const rule = new CloudwatchEventRule(this, `forward-${name}-${region}`, {
          ...here.in(region),
          name: names.forwardingRule(zone, name),
          description,
          ...('pattern' in when
            ? { eventPattern: JSON.stringify(when.pattern) }
            : { scheduleExpression: when.schedule }),
          state,
        });
        new CloudwatchEventTarget(this, `forward-${name}-${region}-target`, {
          ...here.in(region),
          rule: rule.name,
          targetId: 'findings-bus',
          arn: busArn,
          roleArn: role.arn,
          deadLetterConfig: { arn: queueArn },
          dependsOn: [...role.permissions, ...admittedBy],
        });
      }
    }
  }
}

/** What tells that something of the landing zone fails, once for each account and region. */
export const failuresIn = (zone: LandingZone): ForwardedEvents => ({
  name: 'failures',
  description: 'Alarms that something of the landing zone failed',
  pattern: alarmsOf(zone),
});

/**
 * Says once an hour that what an account and region forward arrives. The event of a clock has the account and region that it is from. A
 * rule with a schedule is one of the default bus, and sends to any target (EventBridge User Guide, eb-create-rule-schedule).
 */
export const heartbeat: ForwardedEvents = {
  name: 'heartbeat',
  description: 'Says that this account and region can still be heard',
  // All within one minute: a rate begins when its rule is made, and some of thousands would cross the edge of an hour.
  schedule: 'cron(30 * * * ? *)',
};

/** What arrives of it. */
export const heartbeats = (zone: LandingZone) => ({
  source: ['aws.events'],
  'detail-type': ['Scheduled Event'],
  resources: [{ suffix: `:rule/${names.forwardingRule(zone, heartbeat.name)}` }],
});

/** Changes of compliance, but for the hundreds of rules that Security Hub makes for its standards and reports itself. */
export const complianceChanges = {
  source: ['aws.config'],
  'detail-type': ['Config Rules Compliance Change'],
  detail: { configRuleName: [{ 'anything-but': { prefix: 'securityhub-' } }] },
};
