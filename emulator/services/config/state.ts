import type {
  AggregationAuthorization,
  ConfigRule,
  ConfigurationAggregator,
  ConfigurationRecorder,
  ConformancePackDetail,
  DeliveryChannel,
  RemediationConfiguration,
  RetentionConfiguration,
  Source,
} from '@aws-sdk/client-config-service';
import type { Scope } from '../../toolkit/call';
import type { AwsError } from '../../toolkit/errors';
import { Store } from '../../toolkit/store';
import type { Tags } from '../../toolkit/tags';
import type { World } from '../../world';
import type { Shape } from './api';

interface RecorderSettings extends Shape<ConfigurationRecorder> {
  readonly arn: string;
  readonly name: string;
  readonly roleARN: string;
}

/** The customer managed recorder of an account and region. */
export interface Recorder {
  readonly settings: RecorderSettings;
  recording: boolean;
  lastStartTime?: number;
  lastStopTime?: number;
}

export interface Channel extends Shape<DeliveryChannel> {
  readonly name: string;
  readonly s3BucketName: string;
}

export interface Aggregator extends Shape<ConfigurationAggregator> {
  readonly ConfigurationAggregatorArn: string;
}

export interface Rule extends Shape<ConfigRule> {
  readonly ConfigRuleName: string;
  readonly ConfigRuleArn: string;
  readonly ConfigRuleId: string;
  readonly Source: Shape<Source>;
}

export interface PackDetails extends Shape<ConformancePackDetail> {
  readonly ConformancePackName: string;
  readonly ConformancePackArn: string;
  readonly ConformancePackId: string;
}

/** A conformance pack in one account, with the names of the rules it made. */
export interface Pack {
  readonly details: PackDetails;
  readonly state: 'CREATE_COMPLETE' | 'CREATE_FAILED';
  readonly failure?: AwsError;
  readonly rules: readonly string[];
}

/** Everything that AWS Config remembers, by account, region and name, in the shapes its Describe operations answer with. */
export class ConfigState {
  readonly recorders = new Store<Recorder>();
  readonly deliveryChannels = new Store<Channel>();
  readonly retentionConfigurations = new Store<Shape<RetentionConfiguration>>();
  readonly aggregators = new Store<Aggregator>();
  /** By ARN in place of a name. */
  readonly authorizations = new Store<Shape<AggregationAuthorization>>();
  readonly rules = new Store<Rule>();
  /** By the name of the rule. */
  readonly remediations = new Store<Shape<RemediationConfiguration>>();
  readonly packs = new Store<Pack>();
  /** By ARN: whatever can carry tags has an entry, if an empty one. */
  readonly tags = new Map<string, Tags>();

  constructor(readonly world: World) {}

  /** The recorder of the account and region: there is one at most. */
  recorder({ account, region }: Scope): Recorder | undefined {
    return this.recorders.list(account, region)[0];
  }

  /** Tags something new; tags given when it is already there are ignored, as AWS Config does. */
  tagNew(arn: string, tags: Tags): void {
    if (!this.tags.has(arn)) this.tags.set(arn, tags);
  }
}

/** Those of the caller with the given names, or all of them; a name that is not there is an error. */
export function describe<T>(
  store: Store<T>,
  { account, region }: Scope,
  names: readonly string[] = [],
  missing: (name: string) => AwsError,
): T[] {
  if (names.length === 0) return store.list(account, region);
  return names.map((name) => find(store, { account, region }, name, missing));
}

/** The one of the caller with the name; a name that is not there, or none, is an error. */
export function find<T>(
  store: Store<T>,
  { account, region }: Scope,
  name: string | undefined,
  missing: (name: string) => AwsError,
): T {
  const found = store.get(account, region, name ?? '');
  if (found === undefined) throw missing(String(name));
  return found;
}
