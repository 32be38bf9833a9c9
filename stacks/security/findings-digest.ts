import type { LambdaFunction } from '@cdktf/provider-aws/lib/lambda-function';
import type { Construct } from 'constructs';
import { digestPermissions, findingsDigestZip } from '../../lambda';
import { names } from '../../schema/facts/names';
import { LandingZoneStack } from '../kernel/landing-zone-stack';
import { Part } from '../kernel/part';
import { functionCode, readFunctionCode } from '../parts/function-code';
import { LoggedFunction, writesItsLog } from '../parts/logged-function';
import { ServiceRole } from '../parts/service-role';
import { DigestQueue } from './digest-queue';
import { type DigestRoute, digestTimeout } from './digest-route';
import { DigestSchedule } from './digest-schedule';

export interface FindingsDigestProps {
  /** At least one. */
  readonly routes: readonly DigestRoute[];
  /** Encrypts the topics, and what waits to be told. */
  readonly keyArn: string;
  /** Takes what the function cannot be called with. */
  readonly undeliveredArn: string;
}

/**
 * The function that tells routes in one mail a day or a week what waits in their queues. Nothing reserves its concurrency: SQS gives no
 * message to two runs, and a young account has no concurrency to spare (Lambda API Reference, PutFunctionConcurrency: 100 stay free).
 */
export class FindingsDigest extends Part {
  /** By the names of their routes. */
  readonly queueArns: Readonly<Record<string, string>>;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: FindingsDigestProps,
  ) {
    super(scope, id);
    const { routes, keyArn, undeliveredArn } = props;
    const queues = routes.map((route) => ({
      route,
      queue: new DigestQueue(this, `untold-${route.name}`, { route, keyArn }),
    }));
    const lambda = this.makeFunction();
    for (const { route, queue } of queues)
      new DigestSchedule(this, `digest-clock-${route.name}`, {
        route,
        queueUrl: queue.url,
        topicArn: this.arnOf('sns', names.findingsRoute(LandingZoneStack.of(this).zone, route.name)),
        lambda,
        undeliveredArn,
      });
    this.queueArns = Object.fromEntries(queues.map(({ route, queue }) => [route.name, queue.arn]));
  }

  /** By name, because topics are made after what they are told from. */
  private arnOf(service: 'sns' | 'sqs', name: string): string {
    const { zone, here } = LandingZoneStack.of(this);
    return `arn:aws:${service}:${zone.homeRegion}:${here.id}:${name}`;
  }

  private makeFunction(): LambdaFunction {
    const { zone, here } = LandingZoneStack.of(this);
    return new LoggedFunction(this, 'digest-function', {
      placement: here.home,
      ids: { log: 'digest-log', alarm: 'digest-function-alarm' },
      name: names.digest(zone),
      description: 'Tells in one mail what was found in a day or a week',
      code: functionCode(this, 'digest-code', readFunctionCode(findingsDigestZip)),
      role: this.makeRole(),
      memorySize: 512,
      timeout: digestTimeout,
      logKeyArn: this.props.keyArn,
      alarm: {
        of: 'digest',
        description: 'A digest of findings failed: what it should tell waits in its queue for the next one',
      },
    }).lambda;
  }

  private makeRole(): ServiceRole {
    const { zone } = LandingZoneStack.of(this);
    const { routes, keyArn } = this.props;
    return new ServiceRole(this, 'digest-role', {
      name: names.digest(zone),
      description: 'Lets the function of digests take what waits, and tell it',
      service: 'lambda.amazonaws.com',
      statements: [
        ...digestPermissions({
          queueArns: routes.map(({ name }) => this.arnOf('sqs', names.untold(zone, name))),
          topicArns: routes.map(({ name }) => this.arnOf('sns', names.findingsRoute(zone, name))),
          keyArn,
        }),
        writesItsLog(this, zone.homeRegion, names.digest(zone)),
      ],
    });
  }
}
