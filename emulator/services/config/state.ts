import { AwsError } from '../../toolkit/errors';
import { Store } from '../../toolkit/store';
import type { Json } from '../../toolkit/untyped';
import type { World } from '../../world';
import { Tags } from './tags';

/** An account and a region: what AWS Config keeps everything by. */
export interface Place {
  readonly account: string;
  readonly region: string;
}

/** The customer managed recorder of a place. */
export interface Recorder {
  readonly settings: Json;
  recording: boolean;
  lastStartTime?: number;
  lastStopTime?: number;
}

/** A conformance pack in one account, with the names of the rules it made. */
export interface Pack {
  readonly details: Json;
  readonly state: 'CREATE_COMPLETE' | 'CREATE_FAILED';
  readonly failure?: AwsError;
  readonly rules: readonly string[];
}

/** Everything that AWS Config remembers, by account and region, in the shapes its Describe operations answer with. */
export class ConfigState {
  readonly recorders = new Store<Recorder>();
  readonly deliveryChannels = new Store<Json>();
  readonly retentionConfigurations = new Store<Json>();
  readonly aggregators = new Store<Json>();
  readonly authorizations = new Store<Json>();
  readonly rules = new Store<Json>();
  readonly remediations = new Store<Json>();
  readonly packs = new Store<Pack>();
  readonly tags = new Tags();

  constructor(readonly world: World) {}

  /** The recorder of the place: there is one at most. */
  recorder({ account, region }: Place): Recorder | undefined {
    return this.recorders.list(account, region)[0];
  }
}

/** The ARN of something that AWS Config keeps at the place. */
export function configArn({ account, region }: Place, resource: string): string {
  return `arn:aws:config:${region}:${account}:${resource}`;
}

/** The time as the JSON protocol writes it, in seconds. */
export const now = (): number => Math.floor(Date.now() / 1000);

/** Those of the place with the given names, or all of them; a name that is not there is an error. */
export function describe<T>(
  store: Store<T>,
  { account, region }: Place,
  names: readonly string[] | undefined,
  missing: (name: string) => AwsError,
): T[] {
  if (names === undefined || names.length === 0) return store.list(account, region);
  return names.map((name) => {
    const found = store.get(account, region, name);
    if (found === undefined) throw missing(name);
    return found;
  });
}

/** The error of a member that breaks a constraint of the API model, found before the operation runs. */
export function constraintError(member: string, constraint: string): AwsError {
  const message = `1 validation error detected: Value at '${member}' failed to satisfy constraint: ${constraint}`;
  return new AwsError('ValidationException', message);
}
