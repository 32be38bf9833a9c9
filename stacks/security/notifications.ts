import { CloudwatchEventBus } from '@cdktf/provider-aws/lib/cloudwatch-event-bus';
import { CloudwatchEventBusPolicy } from '@cdktf/provider-aws/lib/cloudwatch-event-bus-policy';
import { CloudwatchEventRule } from '@cdktf/provider-aws/lib/cloudwatch-event-rule';
import { CloudwatchEventTarget } from '@cdktf/provider-aws/lib/cloudwatch-event-target';
import type { Construct } from 'constructs';
import { anybody, policyDocument } from '../../policy/iam/statement';
import { names } from '../../schema/facts/names';
import type { LandingZone } from '../../schema/landing-zone';
import { LandingZoneStack } from '../kernel/landing-zone-stack';
import { Part } from '../kernel/part';
import { seesReads, tryBreakGlassUse } from '../parts/break-glass-use';
import { complianceChanges, FindingsForwarder } from '../parts/findings-forwarder';
import { modelApprovalCalls } from '../parts/model-approvals';
import { FindingsTopic } from './findings-topic';

export interface NotificationsProps {
  readonly organizationId: string;
}

const guardDutyFindings = { source: ['aws.guardduty'], 'detail-type': ['GuardDuty Finding'] };
const macieFindings = { source: ['aws.macie'], 'detail-type': ['Macie Finding'] };

/** Findings of every account and region meet on one bus; those that a person should see go to the topic. */
export class Notifications extends Part {
  readonly busArn: string;
  readonly topicArn: string;

  constructor(scope: Construct, id: string, { organizationId }: NotificationsProps) {
    super(scope, id);
    const { zone } = LandingZoneStack.of(this);
    const bus = this.makeBus(organizationId);
    const topic = new FindingsTopic(this, 'findings-topic');
    for (const message of wanted(zone)) this.send(message, bus.name, topic.arn);
    new FindingsForwarder(this, 'findings-forwarder', {
      purpose: 'findings',
      regions: zone.regions,
      busArn: bus.arn,
      events: [
        { name: 'guardduty', description: 'Findings of GuardDuty, of every member', pattern: guardDutyFindings },
        { name: 'macie', description: 'Findings of Macie, of every member', pattern: macieFindings },
      ],
    });
    this.busArn = bus.arn;
    this.topicArn = topic.arn;
  }

  private send({ name, description, pattern, state }: Message, eventBusName: string, topicArn: string): void {
    const { zone, here } = LandingZoneStack.of(this);
    const rule = new CloudwatchEventRule(this, `notify-${name}`, {
      ...here.home,
      name: names.notifyingRule(zone, name),
      description,
      eventBusName,
      eventPattern: JSON.stringify(pattern),
      state,
    });
    new CloudwatchEventTarget(this, `notify-${name}-target`, {
      ...here.home,
      rule: rule.name,
      eventBusName,
      targetId: 'topic',
      arn: topicArn,
    });
  }

  private makeBus(organizationId: string): CloudwatchEventBus {
    const { zone, here } = LandingZoneStack.of(this);
    const bus = new CloudwatchEventBus(this, 'findings-bus', { ...here.home, name: names.findings(zone) });
    new CloudwatchEventBusPolicy(this, 'findings-bus-policy', {
      ...here.home,
      eventBusName: bus.name,
      policy: policyDocument([
        {
          Sid: 'Organization',
          Effect: 'Allow',
          Principal: anybody,
          Action: 'events:PutEvents',
          Resource: bus.arn,
          Condition: { StringEquals: { 'aws:PrincipalOrgID': organizationId } },
        },
      ]),
    });
    return bus;
  }
}

interface Message {
  readonly name: string;
  readonly description: string;
  readonly pattern: object;
  /** Of the rule. @default 'ENABLED' */
  readonly state?: string | undefined;
}

/** What is worth a message. AI protection's findings are LOW by default, so their types are named beside the severity. */
const wanted = (zone: LandingZone): Message[] => [
  ...breakGlassUses(zone),
  {
    name: 'guardduty',
    description: 'GuardDuty: severe findings, and every finding about model use',
    pattern: {
      ...guardDutyFindings,
      detail: {
        $or: [
          { severity: [{ numeric: ['>=', zone.services.notifications.guardDutySeverity] }] },
          { type: [{ suffix: 'BedrockLoggingDisabled' }, ...modelUseFindings] },
        ],
      },
    },
  },
  { name: 'macie', description: 'Macie: every finding', pattern: macieFindings },
  {
    name: 'model-approvals',
    description: 'Who approved or rejected a model version',
    pattern: modelApprovalCalls,
  },
  {
    name: 'config',
    description: 'Config: a resource became non-compliant',
    pattern: {
      ...complianceChanges,
      detail: { ...complianceChanges.detail, newEvaluationResult: { complianceType: ['NON_COMPLIANT'] } },
    },
  },
];

function breakGlassUses(zone: LandingZone): Message[] {
  const pattern = tryBreakGlassUse(zone);
  const description = 'Somebody opened a session of a break-glass role, or tried to';
  return pattern ? [{ name: 'break-glass', description, pattern, state: seesReads }] : [];
}

/** GuardDuty User Guide, findings-ai-protection. */
export const modelUseFindings = [
  'Impact:IAMUser/AnomalousModelInvocation',
  'Impact:IAMUser/CostHarvesting',
  'Impact:IAMUser/PromptInjection.Direct',
];
