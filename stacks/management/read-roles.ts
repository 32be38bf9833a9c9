import { CloudformationStackSet } from '@cdktf/provider-aws/lib/cloudformation-stack-set';
import { CloudformationStackSetInstance } from '@cdktf/provider-aws/lib/cloudformation-stack-set-instance';
import type { Construct } from 'constructs';
import type { Statement } from '../../policy/iam/statement';
import { names } from '../../schema/facts/names';
import type { LandingZone } from '../../schema/landing-zone';
import { LandingZoneStack } from '../kernel/landing-zone-stack';
import { literal } from '../kernel/literal';
import { Part } from '../kernel/part';
import planReads from '../parts/plan-reads.json';
import { ServiceRole } from '../parts/service-role';
import { trustOfPersons } from '../parts/trust-of-persons';

/**
 * The role by which plans read an account, in each account but this one. A StackSet makes it, since it has to be there before the first
 * plan of the account's own stack, which works as it. It works through the deploy role, so an account needs nothing else.
 */
export class ReadRoles extends Part {
  /** @param accountIds by the name of each account, its twelve digits or their token */
  constructor(scope: Construct, id: string, accountIds: ReadonlyMap<string, string>) {
    super(scope, id);
    const stack = LandingZoneStack.of(this);
    const { here, zone } = stack;
    const administration = new ServiceRole(this, 'read-roles', {
      name: names.readRoles(zone),
      description: 'Makes the role by which plans read each account',
      service: 'cloudformation.amazonaws.com',
      statements: [
        {
          Sid: 'WorkInAccounts',
          Effect: 'Allow',
          Action: 'sts:AssumeRole',
          Resource: `arn:aws:iam::*:role/${zone.deployRole}`,
        },
      ],
    });
    const set = new CloudformationStackSet(this, 'read-roles-set', {
      ...here.home,
      name: names.readRoles(zone),
      description: 'The role by which plans read an account',
      permissionModel: 'SELF_MANAGED',
      administrationRoleArn: administration.arn,
      executionRoleName: zone.deployRole,
      capabilities: ['CAPABILITY_NAMED_IAM'],
      // Operations wait for each other, and are not refused.
      managedExecution: { active: true },
      templateBody: literal(
        JSON.stringify(templateOf(zone, [trustOfRuns(zone), ...trustOfPersons(stack, zone.identity?.operators ?? [])])),
      ),
      dependsOn: administration.permissions,
    });
    // One for each: `aws_cloudformation_stack_instances` of 5.100 makes those of other accounts in its own (its stack_instances.go).
    for (const [account, accountId] of accountIds)
      new CloudformationStackSetInstance(this, `read-role-${account}`, {
        ...here.home,
        stackSetName: set.name,
        accountId,
      });
  }
}

const templateOf = (zone: LandingZone, trust: readonly Statement[]) => ({
  Resources: {
    ReadRole: {
      Type: 'AWS::IAM::Role',
      Properties: {
        RoleName: names.readRole(zone),
        Description: 'Plans read the account as it',
        AssumeRolePolicyDocument: document(trust),
        Policies: [
          {
            PolicyName: 'plan',
            PolicyDocument: document([{ Sid: 'Plan', Effect: 'Allow', Action: planReads.members, Resource: '*' }]),
          },
        ],
      },
    },
  },
});

const document = (statements: readonly Statement[]) => ({ Version: '2012-10-17', Statement: statements });

/** Applies plan first, too. The account is the principal and a condition says who of it, as for persons: the roles may come later. */
function trustOfRuns(zone: LandingZone): Statement {
  const { id = '' } = zone.managementAccount;
  return {
    Sid: 'Runs',
    Effect: 'Allow',
    Principal: { AWS: `arn:aws:iam::${id}:root` },
    Action: 'sts:AssumeRole',
    Condition: {
      ArnEquals: {
        'aws:PrincipalArn': [names.planRole(zone), names.applyRole(zone)].map(
          (role) => `arn:aws:iam::${id}:role/${role}`,
        ),
      },
    },
  };
}
