import type { Construct } from 'constructs';
import { LandingZoneStack } from '../kernel/landing-zone-stack';
import { Part } from '../kernel/part';
import { FindingsForwarder, failuresIn, heartbeat } from '../parts/findings-forwarder';
import { health } from '../parts/health-risks';
import { globalEventsRegion, organizationChanges, rootUse } from '../parts/management-events';
import { type CountedUse, ModelAlarm, perMantleModel, perModel } from '../parts/model-alarm';

/**
 * Tells the security account what happens in the management account, which no organization policy binds: what its root user does, what
 * changes the organization, and that a model is called.
 */
export class ManagementWatch extends Part {
  constructor(scope: Construct, id: string, { busArn }: { readonly busArn: string }) {
    super(scope, id);
    const { zone, here } = LandingZoneStack.of(this);
    const { regions } = here.account;
    const everywhere = [...new Set([...regions, globalEventsRegion])];
    for (const region of everywhere)
      for (const use of modelUse)
        new ModelAlarm(this, `${use.word}-${region}`, { ...use, region, most: 0, period: fiveMinutes });
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

const fiveMinutes = 300;

/**
 * Any call of a model, through whichever API: nobody works here, and no prompt of it is on record. Counted, and not told call by call, because
 * who uses a stolen account calls thousands of times; each call of bedrock-runtime is in the trail of the organization (Bedrock User Guide,
 * logging-using-cloudtrail, "management events").
 */
const modelUse: readonly CountedUse[] = [
  {
    word: 'management-models',
    metric: 'Invocations',
    from: perModel,
    description: 'Somebody calls models in the management account, which no policy of the organization binds',
  },
  {
    word: 'management-mantle',
    metric: 'Inferences',
    from: perMantleModel,
    description: 'Somebody calls models in the management account by the endpoint bedrock-mantle',
  },
];
