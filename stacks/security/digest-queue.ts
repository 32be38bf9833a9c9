import { SqsQueue } from '@cdktf/provider-aws/lib/sqs-queue';
import type { Construct } from 'constructs';
import { names } from '../../schema/facts/names';
import { LandingZoneStack } from '../kernel/landing-zone-stack';
import { Part } from '../kernel/part';
import { FailureAlarm } from '../parts/failure-alarm';
import { fourteenDays, queuePolicy } from '../parts/undelivered';
import { type DigestRoute, digestTimeout } from './digest-route';

export interface DigestQueueProps {
  readonly route: DigestRoute;
  readonly keyArn: string;
}

const hour = 3_600;

/** How old what waits may be: a period, and two hours for the clock and the mail. */
const oldest = { daily: 24 * hour + 2 * hour, weekly: 7 * 24 * hour + 2 * hour } as const;

/** Keeps what a digest is to tell, up to two weeks, and goes off where nobody asks for it: what was received three times counts no more. */
export class DigestQueue extends Part {
  readonly arn: string;
  readonly url: string;

  constructor(scope: Construct, id: string, { route, keyArn }: DigestQueueProps) {
    super(scope, id);
    const { zone, here } = LandingZoneStack.of(this);
    const [region, name] = [zone.homeRegion, names.untold(zone, route.name)];
    const ours = (service: string, resource: string) => `arn:aws:${service}:${region}:${here.id}:${resource}`;
    const queue = new SqsQueue(this, id, {
      ...here.home,
      name,
      messageRetentionSeconds: fourteenDays,
      // What a run that breaks off has taken comes back once no run can still have it.
      visibilityTimeoutSeconds: digestTimeout + 60,
      kmsMasterKeyId: keyArn,
      policy: queuePolicy(ours('sqs', name), [ours('events', `rule/${names.findings(zone)}/*`)]),
    });
    new FailureAlarm(this, `${id}-alarm`, {
      placement: here.home,
      of: `digest-${route.name}`,
      description: `The ${route.digest} digest of the route ${route.name} was not asked for: what it should tell is in the queue of this alarm`,
      namespace: 'AWS/SQS',
      metricName: 'ApproximateAgeOfOldestMessage',
      dimensions: { QueueName: queue.name },
      when: { threshold: oldest[route.digest] },
    });
    this.arn = queue.arn;
    this.url = queue.url;
  }
}
