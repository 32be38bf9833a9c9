import type { Clock } from '../../toolkit/clock';
import { invalidInput } from './errors';

type AgentName = 'EKS_ADDON_MANAGEMENT' | 'ECS_FARGATE_AGENT_MANAGEMENT' | 'EC2_AGENT_MANAGEMENT';

export type FeatureName =
  | 'S3_DATA_EVENTS'
  | 'EKS_AUDIT_LOGS'
  | 'EBS_MALWARE_PROTECTION'
  | 'RDS_LOGIN_EVENTS'
  | 'EKS_RUNTIME_MONITORING'
  | 'LAMBDA_NETWORK_LOGS'
  | 'RUNTIME_MONITORING';

/** Protection plans by their feature name, with the agents that each of them can manage, in the order that AWS lists. */
const plans: Readonly<Record<FeatureName, readonly AgentName[]>> = {
  S3_DATA_EVENTS: [],
  EKS_AUDIT_LOGS: [],
  EBS_MALWARE_PROTECTION: [],
  RDS_LOGIN_EVENTS: [],
  EKS_RUNTIME_MONITORING: ['EKS_ADDON_MANAGEMENT'],
  LAMBDA_NETWORK_LOGS: [],
  RUNTIME_MONITORING: ['EKS_ADDON_MANAGEMENT', 'ECS_FARGATE_AGENT_MANAGEMENT', 'EC2_AGENT_MANAGEMENT'],
};

/** Every protection plan that provider and API of mid 2025 know. */
const featureNames = Object.keys(plans) as FeatureName[];

/** The plans that a new detector turns on unless it is told otherwise. */
export const defaultFeatures = featureNames.filter((name) => !name.includes('RUNTIME_MONITORING'));

/** What a request wants of a feature or an agent. Whether that exists, and can be so, is still to be checked. */
interface Wish {
  readonly name: string | undefined;
  readonly value: string | undefined;
}

/** What a request wants of a feature and its agents. */
export interface FeatureWish extends Wish {
  readonly agents: readonly Wish[];
}

interface Choice<Name, Value> {
  readonly name: Name;
  readonly value: Value;
}

interface FeatureChoice<Value> extends Choice<FeatureName, Value> {
  readonly agents: readonly Choice<AgentName, Value>[];
}

interface Setting<Name, Value> extends Choice<Name, Value> {
  /** When it became what it is, in seconds. */
  readonly since: number;
}

/** A feature as it is set, with the agents that it can manage. */
interface FeatureSetting<Value> extends Setting<FeatureName, Value> {
  readonly agents: readonly Setting<AgentName, Value>[];
}

/** The features of a detector or of an organization: each known one has a value, at first `off`. */
export class FeatureSet<Value extends string> {
  /** When the set was made, in seconds. */
  readonly since: number;
  private readonly values = new Map<string, { readonly value: Value; readonly since: number }>();

  constructor(
    private readonly clock: Clock,
    private readonly permitted: readonly Value[],
    private readonly off: Value,
  ) {
    this.since = clock.seconds();
  }

  get(feature: FeatureName): Value {
    return this.setting(feature).value;
  }

  set(feature: FeatureName, value: Value, agent?: AgentName): void {
    this.values.set(key(feature, agent), { value, since: this.clock.seconds() });
  }

  /** Sets the features that a request names, or refuses them all: what it does not name stays as it is. */
  update(wishes: readonly FeatureWish[]): void {
    for (const { name, value, agents } of this.check(wishes)) {
      this.set(name, value);
      for (const agent of agents) this.set(name, agent.value, agent.name);
    }
  }

  /** Every feature, in the order that AWS lists. */
  list(): FeatureSetting<Value>[] {
    return featureNames.map((name) => ({
      name,
      ...this.setting(name),
      agents: plans[name].map((agent) => ({ name: agent, ...this.setting(name, agent) })),
    }));
  }

  private setting(feature: FeatureName, agent?: AgentName): { readonly value: Value; readonly since: number } {
    return this.values.get(key(feature, agent)) ?? { value: this.off, since: this.since };
  }

  private check(wishes: readonly FeatureWish[]): FeatureChoice<Value>[] {
    const choices = wishes.map(({ agents, ...wish }) => {
      const feature = this.choice(wish, featureNames);
      return { ...feature, agents: agents.map((agent) => this.choice(agent, plans[feature.name])) };
    });
    if (this.monitorsTwice(choices)) throw invalidInput();
    return choices;
  }

  private choice<Name extends string>(wish: Wish, names: readonly Name[]): Choice<Name, Value> {
    const name = names.find((one) => one === wish.name);
    const value = this.permitted.find((one) => one === wish.value);
    if (name === undefined || value === undefined) throw invalidInput();
    return { name, value };
  }

  /** Runtime Monitoring contains the older EKS Runtime Monitoring, so AWS takes only one of them. */
  private monitorsTwice(choices: readonly FeatureChoice<Value>[]): boolean {
    const [older, newer] = (['EKS_RUNTIME_MONITORING', 'RUNTIME_MONITORING'] as const).map((name) => {
      const named = choices.find((choice) => choice.name === name);
      return { named: named !== undefined, on: (named?.value ?? this.get(name)) !== this.off };
    });
    return (older?.named && newer?.named) || (older?.on && newer?.on) || false;
  }
}

const key = (feature: FeatureName, agent: AgentName | undefined): string => `${feature}/${agent ?? ''}`;
