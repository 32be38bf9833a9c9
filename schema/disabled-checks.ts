import type { LandingZone } from './landing-zone';

/** A check of Security Hub that is off in every account. */
export interface DisabledCheck {
  /** As Security Hub writes it: `EC2.10`. */
  readonly id: string;
  readonly reason: string;
}

/**
 * Checks that fail in every account as long as the settings of GuardDuty are as they are: a red that no account can mend hides the one that
 * it can. Source: Security Hub User Guide, guardduty-controls.
 */
function askedOfRuntime({ enabled, features, runtimeAgents }: LandingZone['services']['guardDuty']) {
  // Where others have GuardDuty, what they have on is theirs.
  if (!enabled) return [];
  const agents = [
    { id: 'GuardDuty.7', agent: 'EKS_ADDON_MANAGEMENT' },
    { id: 'GuardDuty.12', agent: 'ECS_FARGATE_AGENT_MANAGEMENT' },
    { id: 'GuardDuty.13', agent: 'EC2_AGENT_MANAGEMENT' },
  ] as const;
  return [
    ...(features.includes('RUNTIME_MONITORING')
      ? []
      : [
          {
            id: 'GuardDuty.11',
            reason:
              'services.guardDuty.features leaves RUNTIME_MONITORING out: without agents on machines it sees nothing',
          },
        ]),
    ...agents
      .filter(({ agent }) => !runtimeAgents.includes(agent))
      .map(({ id, agent }) => ({
        id,
        reason: `services.guardDuty.runtimeAgents leaves ${agent} out: GuardDuty installs no agent there by itself`,
      })),
  ];
}

/** Checks of Security Hub that are off, by id: those that a person switched off, and those that the plans of GuardDuty answer already. */
export function disabledChecks({ guardDuty, securityHub }: LandingZone['services']): readonly DisabledCheck[] {
  const written = securityHub.disabledControls;
  const implied = askedOfRuntime(guardDuty).filter(({ id }) => !written.some((each) => each.id === id));
  return [...written, ...implied].sort((one, other) => (one.id < other.id ? -1 : 1));
}
