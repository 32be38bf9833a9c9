import type { Json } from '../../toolkit/untyped';
import { invalidInput } from './errors';

export type FeatureStatus = 'ENABLED' | 'DISABLED';
export type AutoEnable = 'ALL' | 'NEW' | 'NONE';

/** Protection plans by their feature name, with the agents that each of them can manage, in the order that AWS lists. */
const plans = {
  S3_DATA_EVENTS: [],
  EKS_AUDIT_LOGS: [],
  EBS_MALWARE_PROTECTION: [],
  RDS_LOGIN_EVENTS: [],
  EKS_RUNTIME_MONITORING: ['EKS_ADDON_MANAGEMENT'],
  LAMBDA_NETWORK_LOGS: [],
  RUNTIME_MONITORING: ['EKS_ADDON_MANAGEMENT', 'ECS_FARGATE_AGENT_MANAGEMENT', 'EC2_AGENT_MANAGEMENT'],
} as const satisfies Record<string, readonly string[]>;

export type FeatureName = keyof typeof plans;

/** Every protection plan that provider and API of mid 2025 know. */
const featureNames = Object.keys(plans) as FeatureName[];

/** The plans that a new detector turns on unless it is told otherwise. */
export const defaultFeatures = featureNames.filter((name) => !name.includes('RUNTIME_MONITORING'));

/** The features of a detector (`status`) or of an organization (`autoEnable`): each known one is always listed. */
export class FeatureSet<V extends string> {
  private readonly values = new Map<string, V>();

  private constructor(
    private readonly member: 'status' | 'autoEnable',
    private readonly permitted: readonly V[],
    private readonly off: V,
  ) {}

  /** The features of a detector, off but for the given ones. */
  static ofDetector(enabled: readonly FeatureName[] = []): FeatureSet<FeatureStatus> {
    const features = new FeatureSet<FeatureStatus>('status', ['ENABLED', 'DISABLED'], 'DISABLED');
    for (const name of enabled) features.set(name, 'ENABLED');
    return features;
  }

  /** What an organization enables in its members: nothing, to begin with. */
  static ofOrganization(): FeatureSet<AutoEnable> {
    return new FeatureSet<AutoEnable>('autoEnable', ['ALL', 'NEW', 'NONE'], 'NONE');
  }

  get(feature: FeatureName, agent?: string): V {
    return this.values.get(key(feature, agent)) ?? this.off;
  }

  set(feature: FeatureName, value: V, agent?: string): void {
    this.values.set(key(feature, agent), value);
  }

  /** Merges requested features by name, or refuses them all: what a request does not name stays as it is. */
  update(requested: readonly Json[]): void {
    for (const feature of requested) this.check(feature);
    if (this.monitorsTwice(requested)) throw invalidInput();
    for (const feature of requested) {
      this.set(feature.name, feature[this.member]);
      for (const agent of feature.additionalConfiguration ?? []) this.set(feature.name, agent[this.member], agent.name);
    }
  }

  /** The features as the API lists them, with `extra` members on each feature and agent. */
  list(extra: Json = {}): Json[] {
    return featureNames.map((name) => {
      const agents = plans[name].map((agent) => ({ name: agent, [this.member]: this.get(name, agent), ...extra }));
      const feature = { name, [this.member]: this.get(name), ...extra };
      return agents.length === 0 ? feature : { ...feature, additionalConfiguration: agents };
    });
  }

  /** Runtime Monitoring contains the older EKS Runtime Monitoring, so AWS takes only one of them. */
  private monitorsTwice(requested: readonly Json[]): boolean {
    const [older, newer] = (['EKS_RUNTIME_MONITORING', 'RUNTIME_MONITORING'] as const).map((name) => {
      const named = requested.find((feature) => feature.name === name);
      return { named: named !== undefined, on: (named?.[this.member] ?? this.get(name)) !== this.off };
    });
    return (older?.named && newer?.named) || (older?.on && newer?.on) || false;
  }

  private check(feature: Json): void {
    if (!Object.hasOwn(plans, feature.name) || !this.permitted.includes(feature[this.member])) throw invalidInput();
    const agents: readonly string[] = plans[feature.name as FeatureName];
    for (const agent of feature.additionalConfiguration ?? []) {
      if (!agents.includes(agent.name) || !this.permitted.includes(agent[this.member])) throw invalidInput();
    }
  }
}

const key = (feature: string, agent: string | undefined): string => `${feature}/${agent ?? ''}`;
