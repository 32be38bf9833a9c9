import { AwsError } from '../toolkit/errors';
import { seededRandom } from '../toolkit/random';
import type { Protocol } from './wire';

/** Which share of the calls fails for no reason of its own, and from which seed the failing ones are drawn. */
export interface FaultSettings {
  /** Between 0 and 1. */
  readonly share: number;
  readonly seed: number;
}

/** Draws the calls that fail: throttled and internal errors in turn, before anything has been changed. */
export class Faults {
  private random: () => number;
  private drawn = 0;

  constructor(private settings: FaultSettings = { share: 0, seed: 1 }) {
    this.random = seededRandom(settings.seed);
  }

  /** How many calls have failed so far. */
  get count(): number {
    return this.drawn;
  }

  set(settings: FaultSettings): void {
    this.settings = settings;
    this.random = seededRandom(settings.seed);
  }

  /** The fault of the next call, or undefined when it may go on. */
  next(protocol: Protocol, service: string): AwsError | undefined {
    if (this.random() >= this.settings.share) return undefined;
    this.drawn += 1;
    return this.drawn % 2 === 1 ? throttled(protocol, service) : internal(protocol);
  }
}

/** Each protocol has its own status and code for "slower, please"; the SDKs retry all of them. */
function throttled(protocol: Protocol, service: string): AwsError {
  switch (protocol) {
    case 'rest-xml':
      return new AwsError('SlowDown', 'Please reduce your request rate.', 503);
    case 'ec2':
      return new AwsError('RequestLimitExceeded', 'Request limit exceeded.', 503);
    case 'query':
      return new AwsError('Throttling', 'Rate exceeded', 400);
    case 'rest-json':
      return new AwsError('TooManyRequestsException', 'Too Many Requests', 429);
    case 'json': {
      if (service !== 'organizations') return new AwsError('ThrottlingException', 'Rate exceeded');
      return new AwsError('TooManyRequestsException', 'Rate exceeded', 400, { Type: 'CONTROL_PLANE' });
    }
  }
}

function internal(protocol: Protocol): AwsError {
  const code = protocol === 'rest-xml' || protocol === 'ec2' ? 'InternalError' : 'InternalFailure';
  return new AwsError(code, 'We encountered an internal error. Please try again.', 500);
}
