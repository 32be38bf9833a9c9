import type { Construct } from 'constructs';
import { LandingZoneStack } from '../kernel/landing-zone-stack';
import { Part } from '../kernel/part';
import { FindingsForwarder, failuresIn, heartbeat } from '../parts/findings-forwarder';
import { health } from '../parts/health-risks';
import { globalEventsRegion, organizationChanges, rootUse } from '../parts/management-events';

/**
 * Tells the security account what happens in the management account, which no organization policy binds: what its root user does, and what
 * changes the organization.
 */
export class ManagementWatch extends Part {
  constructor(scope: Construct, id: string, { busArn }: { readonly busArn: string }) {
    super(scope, id);
    const { zone, here } = LandingZoneStack.of(this);
    const { regions } = here.account;
    const everywhere = [...new Set([...regions, globalEventsRegion])];
    new FindingsForwarder(this, `${id}-forwarder`, {
      purpose: 'management',
      regions: everywhere,
      busArn,
      events: [
        { name: 'root-use', description: 'Root users of the management account, and root sessions', pattern: rootUse },
        {
          name: 'organization',
          description: 'Changes of the organization',
          pattern: organizationChanges,
          regions: [globalEventsRegion],
        },
        // Where the account is governed it has been said.
        ...[heartbeat, failuresIn(zone), health].map((event) => ({
          ...event,
          regions: everywhere.filter((region) => !regions.includes(region)),
        })),
      ],
    });
  }
}
