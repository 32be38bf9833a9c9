import { CloudwatchEventBus } from '@cdktf/provider-aws/lib/cloudwatch-event-bus';
import { CloudwatchEventBusPolicy } from '@cdktf/provider-aws/lib/cloudwatch-event-bus-policy';
import type { Construct } from 'constructs';
import { anybody, policyDocument } from '../../policy/iam/statement';
import { names } from '../../schema/facts/names';
import { isOn, type SwitchedService } from '../../schema/forms/services';
import type { LandingZone } from '../../schema/landing-zone';
import { LandingZoneStack } from '../kernel/landing-zone-stack';
import { Part } from '../kernel/part';
import { FindingsForwarder, type ForwardedEvents, failuresIn } from '../parts/findings-forwarder';
import { Addressees } from './addressees';
import { accessFindings, failedControls, guardDutyFindings, macieFindings } from './finding-events';

export interface NotificationsProps {
  readonly organizationId: string;
}

/** Findings of every account and region meet on one bus; those that a person should see go to the topics. */
export class Notifications extends Part {
  readonly busArn: string;
  readonly topicArn: string;

  constructor(scope: Construct, id: string, { organizationId }: NotificationsProps) {
    super(scope, id);
    const { zone } = LandingZoneStack.of(this);
    const { bus, policy } = this.makeBus(organizationId);
    this.topicArn = new Addressees(this, 'addressees', { busName: bus.name }).topicArn;
    new FindingsForwarder(this, 'findings-forwarder', {
      purpose: 'findings',
      regions: zone.regions,
      busArn: bus.arn,
      events: [...eventsOf(zone), failuresIn(zone)],
      admittedBy: [policy],
    });
    this.busArn = bus.arn;
  }

  private makeBus(organizationId: string) {
    const { zone, here } = LandingZoneStack.of(this);
    const bus = new CloudwatchEventBus(this, 'findings-bus', { ...here.home, name: names.findings(zone) });
    const policy = new CloudwatchEventBusPolicy(this, 'findings-bus-policy', {
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
    return { bus, policy };
  }
}

/** What the services find, of every account; those that are left to others are theirs to ask. */
function eventsOf({ services, homeRegion }: LandingZone) {
  const events: (ForwardedEvents & { service: SwitchedService })[] = [
    {
      service: 'guardDuty',
      name: 'guardduty',
      description: 'Findings of GuardDuty, of every member',
      pattern: guardDutyFindings,
    },
    { service: 'macie', name: 'macie', description: 'Findings of Macie, of every member', pattern: macieFindings },
    {
      service: 'accessAnalyzer',
      name: 'access-analyzer',
      description: 'Findings of Access Analyzer',
      pattern: accessFindings,
    },
    {
      service: 'securityHub',
      name: 'security-hub',
      description: 'Failed controls of Security Hub, of every member and linked region',
      pattern: failedControls,
      // Security Hub User Guide, finding-aggregation: its events are in the home region, of every region.
      regions: [homeRegion],
    },
  ];
  return events.filter(({ service }) => isOn(services, service));
}
