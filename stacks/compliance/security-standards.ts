import { SecurityhubConfigurationPolicy } from '@cdktf/provider-aws/lib/securityhub-configuration-policy';
import { SecurityhubConfigurationPolicyAssociation } from '@cdktf/provider-aws/lib/securityhub-configuration-policy-association';
import type { Construct } from 'constructs';
import { disabledChecks } from '../../schema/disabled-checks';
import { standardArn } from '../../schema/facts/security-standards';
import { LandingZoneStack } from '../kernel/landing-zone-stack';
import { Part } from '../kernel/part';

export interface SecurityStandardsProps {
  readonly rootId: string;
}

/**
 * Switches Security Hub and its standards on in every account and governed region, those of today and those that join. It fails
 * where an account has no Config recorder yet. Source: Security Hub User Guide, view-policy.
 */
export class SecurityStandards extends Part {
  constructor(scope: Construct, id: string, { rootId }: SecurityStandardsProps) {
    super(scope, id);
    const stack = LandingZoneStack.of(this);
    const { zone } = stack;
    const { standards } = zone.services.securityHub;
    const disabled = disabledChecks(zone.services).map(({ id: control }) => control);
    // The security account, which Security Hub is delegated to.
    const { home } = stack.reach(zone.securityAccount);
    const policy = new SecurityhubConfigurationPolicy(this, 'securityhub-policy', {
      ...home,
      name: `${zone.name}-baseline`,
      description: 'Security Hub and its standards in every account',
      configurationPolicy: {
        serviceEnabled: true,
        enabledStandardArns: standards.map((standard) => standardArn(standard, zone.homeRegion)),
        securityControlsConfiguration: {
          disabledControlIdentifiers: disabled,
          securityControlCustomParameter: parametersOf(disabled),
        },
      },
    });
    new SecurityhubConfigurationPolicyAssociation(this, 'securityhub-policy-root', {
      ...home,
      targetId: rootId,
      policyId: policy.id,
      // A root takes longer than the 90 seconds that the provider waits by itself.
      timeouts: { create: '30m', update: '30m' },
    });
  }
}

/** Our recorders have a role of their own, which the log archive's policies can tell from others. */
const parametersOf = (disabled: readonly string[]) =>
  disabled.includes('Config.1')
    ? undefined
    : [
        {
          securityControlId: 'Config.1',
          parameter: [{ name: 'includeConfigServiceLinkedRoleCheck', valueType: 'CUSTOM', bool: { value: false } }],
        },
      ];
