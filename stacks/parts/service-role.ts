import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import { IamRolePolicyAttachment } from '@cdktf/provider-aws/lib/iam-role-policy-attachment';
import type { ITerraformDependable } from 'cdktf';
import type { Construct } from 'constructs';
import { policyDocument, type Statement } from '../../policy/iam/statement';
import type { Place } from '../kernel/places';

export interface ServiceRoleProps {
  readonly place: Place;
  readonly name: string;
  readonly description: string;
  /** Service principal that may assume the role. */
  readonly service: string;
  /** The account whose requests may make the service assume it, twelve digits or their token. */
  readonly accountId: string;
  /** ARN of an AWS managed policy. @default - none */
  readonly managedPolicyArn?: string;
  /** @default - nothing besides the managed policy */
  readonly statements?: readonly Statement[];
}

/** A role for one AWS service, in one account: no other account can make the service use it. */
export class ServiceRole {
  readonly arn: string;
  readonly name: string;
  /** What has to be there before the service can do its work. */
  readonly permissions: ITerraformDependable[] = [];

  constructor(scope: Construct, id: string, props: ServiceRoleProps) {
    const { place, name, description, service, accountId, managedPolicyArn, statements } = props;
    const role = new IamRole(scope, id, {
      ...place,
      name,
      description,
      assumeRolePolicy: policyDocument([
        {
          Sid: 'Service',
          Effect: 'Allow',
          Principal: { Service: service },
          Action: 'sts:AssumeRole',
          Condition: { StringEquals: { 'aws:SourceAccount': accountId } },
        },
      ]),
    });
    this.arn = role.arn;
    this.name = role.name;
    if (managedPolicyArn)
      this.permissions.push(
        new IamRolePolicyAttachment(scope, `${id}-managed`, { ...place, role: role.name, policyArn: managedPolicyArn }),
      );
    if (statements)
      this.permissions.push(
        new IamRolePolicy(scope, `${id}-policy`, {
          ...place,
          name,
          role: role.name,
          policy: policyDocument(statements),
        }),
      );
  }
}
