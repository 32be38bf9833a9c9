import { DataAwsIamRoles } from '@cdktf/provider-aws/lib/data-aws-iam-roles';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import { IamRolePolicyAttachment } from '@cdktf/provider-aws/lib/iam-role-policy-attachment';
import { Fn, Op, TerraformSelf } from 'cdktf';
import type { Construct } from 'constructs';
import { policyDocument, type Statement } from '../../../policy/iam/statement';
import { administratorPolicies, type DataLake } from '../../../schema/forms/ai/data-lake';
import { around, dashedId } from '../../kernel/distinct-id';
import { LandingZoneStack } from '../../kernel/landing-zone-stack';
import { Part } from '../../kernel/part';
import { moveDistinct } from '../../kernel/state-moves';
import { alwaysLookedAt } from '../../parts/athena-use';
import { catalogReads } from '../../parts/catalog-reads';
import { serviceTrust } from '../../parts/service-trust';
import { trustOfPersons } from '../../parts/trust-of-persons';
import type { LakeQueries } from './lake-queries';
import { type LakeObjects, readObjects } from './objects';

type LakeRole = DataLake['roles'][number];
type MadeRole = LakeRole & { readonly trusts: NonNullable<LakeRole['trusts']> };

export interface LakeRolesProps extends LakeObjects {
  /** Where the roles ask. */
  readonly queries: LakeQueries | undefined;
}

/** The roles of the lake: those that nobody else makes, and those of permission sets, which are looked up. */
export class LakeRoles extends Part {
  private readonly arns: ReadonlyMap<string, string>;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: LakeRolesProps,
  ) {
    super(scope, id);
    this.arns = new Map(
      props.lake.roles.flatMap(({ trusts, permissionSet, ...role }) => {
        if (trusts) return [[role.name, this.makeRole({ ...role, trusts })] as const];
        return permissionSet === undefined ? [] : [[role.name, this.lookUp(role.name, permissionSet)] as const];
      }),
    );
  }

  /** The ARN of any role of the lake. */
  arnOf(name: string): string {
    return this.arns.get(name) ?? `arn:aws:iam::${LandingZoneStack.of(this).here.id}:role/${name}`;
  }

  private lookUp(name: string, permissionSet: string): string {
    const { here } = LandingZoneStack.of(this);
    const found = new DataAwsIamRoles(this, around('lake-role-', dashedId(name)).id, {
      ...here.home,
      pathPrefix: '/aws-reserved/sso.amazonaws.com/',
      nameRegex: `^AWSReservedSSO_${permissionSet.replace(/[.+]/g, '[$&]')}_[0-9a-f]{16}$`,
    });
    found.lifecycle = {
      postcondition: [
        {
          condition: Op.eq(Fn.lengthOf(TerraformSelf.getAny('arns')), 1),
          errorMessage: `The permission set ${permissionSet} has no role in the account: assign it there in IAM Identity Center first.`,
        },
      ],
    };
    return Fn.one(found.arns);
  }

  private makeRole({ name, trusts, managedPolicies }: MadeRole): string {
    const stack = LandingZoneStack.of(this);
    const { zone, here } = stack;
    const { lake, queries } = this.props;
    const idOf = (after: string) => around('lake-role-', dashedId(name), after);
    const role = new IamRole(this, idOf('').id, {
      ...here.home,
      name,
      description: 'Uses the data lake, as far as Lake Formation grants it',
      assumeRolePolicy: policyDocument(
        typeof trusts === 'string' ? [trust(trusts, here.id, zone.deployRole)] : trustOfPersons(stack, trusts),
      ),
    });
    moveDistinct(role, idOf(''));
    const policy = new IamRolePolicy(this, idOf('-policy').id, {
      ...here.home,
      name: 'data-lake',
      role: role.name,
      policy: policyDocument([
        ...useLake(lake, stack),
        ...(lake.directReaders.includes(name) ? readObjects(this.props, zone.homeRegion) : []),
        ...(queries?.permissionsOf(name) ?? []),
      ]),
    });
    moveDistinct(policy, idOf('-policy'));
    for (const [after, policyArn] of this.attached(name, managedPolicies)) {
      const id = idOf(after);
      moveDistinct(new IamRolePolicyAttachment(this, id.id, { ...here.home, role: role.name, policyArn }), id);
    }
    return role.arn;
  }

  /** The ARN of each managed policy, once, by the end of its address. */
  private attached(name: string, managedPolicies: readonly string[]): ReadonlyMap<string, string> {
    const ofAws = 'arn:aws:iam::aws:policy/';
    const administers = this.props.lake.administrators.includes(name);
    const wanted = [
      ...(administers ? administratorPolicies.map((policy) => `${ofAws}${policy}`) : []),
      ...managedPolicies,
    ];
    return new Map(
      wanted.map((policy) => {
        if (policy.startsWith(ofAws)) return [`-${dashedId(policy.slice(ofAws.length)).id}`, policy];
        return [`-own-${dashedId(policy).id}`, `arn:aws:iam::${LandingZoneStack.of(this).here.id}:policy/${policy}`];
      }),
    );
  }
}

const trust = (trusts: Extract<MadeRole['trusts'], string>, accountId: string, deployRole: string): Statement =>
  trusts === 'account'
    ? {
        Sid: 'Account',
        Effect: 'Allow',
        Principal: { AWS: `arn:aws:iam::${accountId}:root` },
        Action: 'sts:AssumeRole',
        // What it may not read as itself (control data-lake-deployer-reads-none) it does not read as somebody else.
        Condition: { ArnNotLike: { 'aws:PrincipalArn': `arn:aws:iam::${accountId}:role/${deployRole}` } },
      }
    : serviceTrust(trusts, accountId);

/** What IAM has to allow before Lake Formation decides. Lake Formation Developer Guide, "access-control-underlying-data". */
function useLake({ databases, queries }: DataLake, { zone, here }: LandingZoneStack): Statement[] {
  const glue = `arn:aws:glue:${zone.homeRegion}:${here.id}`;
  return [
    { Sid: 'AskLakeFormation', Effect: 'Allow', Action: 'lakeformation:GetDataAccess', Resource: '*' },
    {
      Sid: 'ReadCatalog',
      Effect: 'Allow',
      Action: ['glue:BatchGetPartition', ...catalogReads],
      Resource: [
        `${glue}:catalog`,
        ...(queries ? [`${glue}:${alwaysLookedAt}`] : []),
        ...databases.flatMap(({ name }) => [`${glue}:database/${name}`, `${glue}:table/${name}/*`]),
      ],
    },
  ];
}
