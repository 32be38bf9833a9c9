import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import { IamRolePolicyAttachment } from '@cdktf/provider-aws/lib/iam-role-policy-attachment';
import type { ITerraformDependable } from 'cdktf';
import type { Construct } from 'constructs';
import { policyDocument, type Statement } from '../../policy/iam/statement';
import { LandingZoneStack } from '../kernel/landing-zone-stack';
import { Part } from '../kernel/part';
import { serviceTrust } from './service-trust';

export interface ServiceRoleProps {
  readonly name: string;
  readonly description: string;
  /** Service principal that may assume the role. */
  readonly service: string;
  /** Whether the service may leave out for whom it assumes this role. @default - what AWS documents of the service */
  readonly isSilent?: boolean;
  /** ARN of an AWS managed policy. @default - none */
  readonly managedPolicyArn?: string;
  /** @default - nothing besides the managed policy */
  readonly statements?: readonly Statement[];
}

/** A role for one AWS service, in the stack's account: no other account can make the service use it. */
export class ServiceRole extends Part {
  readonly arn: string;
  readonly name: string;
  /** What has to be there before the service can do its work. */
  readonly permissions: ITerraformDependable[] = [];

  constructor(scope: Construct, id: string, props: ServiceRoleProps) {
    super(scope, id);
    const { home, id: accountId } = LandingZoneStack.of(this).here;
    const { name, description, service, isSilent, managedPolicyArn: policyArn, statements } = props;
    const role = new IamRole(this, id, {
      ...home,
      name,
      description,
      assumeRolePolicy: policyDocument([serviceTrust(service, accountId, isSilent)]),
    });
    this.arn = role.arn;
    this.name = role.name;
    if (policyArn)
      this.permissions.push(
        new IamRolePolicyAttachment(this, `${id}-managed`, { ...home, role: role.name, policyArn }),
      );
    if (statements)
      this.permissions.push(
        new IamRolePolicy(this, `${id}-policy`, {
          ...home,
          name,
          role: role.name,
          policy: policyDocument(statements),
        }),
      );
  }
}
