import { ProjectVariableSet } from '@cdktf/provider-tfe/lib/project-variable-set';
import { Variable } from '@cdktf/provider-tfe/lib/variable';
import { VariableSet } from '@cdktf/provider-tfe/lib/variable-set';
import type { Construct } from 'constructs';
import { names } from '../../schema/facts/names';
import { LandingZoneStack } from '../kernel/landing-zone-stack';
import { Part } from '../kernel/part';

/**
 * What every run of the project finds in its environment, none of it secret: the roles of the management account that HCP Terraform
 * assumes for it by phase. The set has priority, so that no workspace and no command line names others.
 */
export class RunEnvironment extends Part {
  constructor(scope: Construct, id: string, projectId: string) {
    super(scope, id);
    const { zone, here } = LandingZoneStack.of(this);
    const set = new VariableSet(this, 'run-environment', {
      name: `${zone.name}-runs`,
      description: 'Roles of the management account, by phase',
      global: false,
      priority: true,
    });
    new ProjectVariableSet(this, 'run-environment-project', { projectId, variableSetId: set.id });
    const roleArn = (name: string) => `arn:aws:iam::${here.id}:role/${name}`;
    // Source: HCP Terraform, "Dynamic Credentials with the AWS Provider".
    const variables = {
      TFC_AWS_PROVIDER_AUTH: 'true',
      TFC_AWS_PLAN_ROLE_ARN: roleArn(names.planRole(zone)),
      TFC_AWS_APPLY_ROLE_ARN: roleArn(names.applyRole(zone)),
      AWS_REGION: zone.homeRegion,
      // Each provider alias asks STS twice, and without it the provider gives up after three refusals.
      AWS_MAX_ATTEMPTS: '25',
    };
    for (const [key, value] of Object.entries(variables))
      new Variable(this, `run-${key}`, {
        key,
        value,
        category: 'env',
        hcl: false,
        sensitive: false,
        variableSetId: set.id,
      });
  }
}
