import { CloudwatchEventRule } from '@cdktf/provider-aws/lib/cloudwatch-event-rule';
import { CloudwatchEventTarget } from '@cdktf/provider-aws/lib/cloudwatch-event-target';
import type { Construct } from 'constructs';
import type { LandingZone } from '../../schema/landing-zone';
import type { Places } from '../kernel/places';
import { ServiceRole } from './service-role';

/** An EventBridge pattern with the word that its rule is called by. */
interface ForwardedEvents {
  readonly name: string;
  readonly description: string;
  readonly pattern: object;
}

export interface FindingsForwarderProps {
  readonly zone: LandingZone;
  /** Tells this forwarder's role from others of the same account. */
  readonly purpose: string;
  readonly here: Places;
  readonly regions: readonly string[];
  /** The findings bus of the security account, in the home region. */
  readonly busArn: string;
  readonly events: readonly ForwardedEvents[];
}

/** Sends events of every region to the findings bus: a rule reaches only targets of its own region, and a bus is the one that it may reach elsewhere. */
export function forwardFindings(
  scope: Construct,
  { zone, purpose, here, regions, busArn, events }: FindingsForwarderProps,
): void {
  const role = new ServiceRole(scope, 'findings-forwarder', {
    place: here.home,
    name: `${zone.name}-forward-${purpose}`,
    description: 'Lets EventBridge put findings on the bus of the security account',
    service: 'events.amazonaws.com',
    accountId: here.accountId,
    statements: [{ Sid: 'PutEvents', Effect: 'Allow', Action: 'events:PutEvents', Resource: busArn }],
  });
  for (const region of regions)
    for (const { name, description, pattern } of events) {
      const rule = new CloudwatchEventRule(scope, `forward-${name}-${region}`, {
        ...here.at(region),
        name: `${zone.name}-forward-${name}`,
        description,
        eventPattern: JSON.stringify(pattern),
      });
      new CloudwatchEventTarget(scope, `forward-${name}-${region}-target`, {
        ...here.at(region),
        rule: rule.name,
        targetId: 'findings-bus',
        arn: busArn,
        roleArn: role.arn,
        dependsOn: role.permissions,
      });
    }
}

/** Changes of compliance, but for the hundreds of rules that Security Hub makes for its standards and reports itself. */
export const complianceChanges = {
  source: ['aws.config'],
  'detail-type': ['Config Rules Compliance Change'],
  detail: { configRuleName: [{ 'anything-but': { prefix: 'securityhub-' } }] },
};
