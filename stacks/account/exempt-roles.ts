import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import { IamRolePolicyAttachment } from '@cdktf/provider-aws/lib/iam-role-policy-attachment';
import type { Construct } from 'constructs';
import { policyDocument } from '../../policy/iam/statement';
import type { PlacedRole } from '../../schema/forms/made-role-view';
import { around, dashedId } from '../kernel/distinct-id';
import { LandingZoneStack } from '../kernel/landing-zone-stack';
import { Part } from '../kernel/part';
import { trustOfPersons } from '../parts/trust-of-persons';
import { dutyPermissions } from './exempt-role-permissions';

/**
 * The roles that controls exempt by name, where the settings have them made: nobody else could, since the control
 * identity-protected-roles refuses these names to everybody but the deploy role.
 */
export class ExemptRoles extends Part {
  constructor(scope: Construct, id: string, roles: readonly PlacedRole[]) {
    super(scope, id);
    for (const role of roles) this.makeRole(role);
  }

  private makeRole({ name, duty, trusts }: PlacedRole): void {
    const stack = LandingZoneStack.of(this);
    const { here, protection } = stack;
    const { description, managedPolicies, statements } = dutyPermissions[duty];
    const idOf = (after: string) => around('exempt-role-', dashedId(name), after).id;
    const role = new IamRole(this, idOf(''), {
      ...here.home,
      name,
      description,
      assumeRolePolicy: policyDocument(trustOfPersons(stack, trusts)),
      // Another name is another role, and an emergency does not wait: the old one stays beside it until somebody deletes it.
      lifecycle: duty === 'breakGlass' ? protection.lifecycle : undefined,
    });
    for (const managed of managedPolicies)
      new IamRolePolicyAttachment(this, idOf(`-${managed}`), {
        ...here.home,
        role: role.name,
        policyArn: `arn:aws:iam::aws:policy/${managed}`,
      });
    if (statements.length > 0)
      new IamRolePolicy(this, idOf('-policy'), {
        ...here.home,
        name: duty,
        role: role.name,
        policy: policyDocument(statements),
      });
  }
}
