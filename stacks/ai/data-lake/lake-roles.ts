import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import { IamRolePolicyAttachment } from '@cdktf/provider-aws/lib/iam-role-policy-attachment';
import type { Construct } from 'constructs';
import { policyDocument, type Statement } from '../../../policy/iam/statement';
import type { DataLake } from '../../../schema/forms/ai/data-lake';
import { around, dashedId } from '../../kernel/distinct-id';
import { LandingZoneStack } from '../../kernel/landing-zone-stack';
import { Part } from '../../kernel/part';
import { moveDistinct } from '../../kernel/state-moves';
import { catalogReads } from '../../parts/catalog-reads';
import { trustOfPersons } from '../../parts/trust-of-persons';
import { type LakeObjects, readObjects } from './objects';

type LakeRole = DataLake['roles'][number];
type MadeRole = LakeRole & { readonly trusts: NonNullable<LakeRole['trusts']> };

/** Lets an administrator grant, to other accounts too. Lake Formation Developer Guide, "permissions-reference" and "optimize-ram". */
const administratorPolicies = ['AWSLakeFormationDataAdmin', 'AWSLakeFormationCrossAccountManager'];

/** The roles of the lake that nobody else makes. */
export class LakeRoles extends Part {
  private readonly made: ReadonlyMap<string, string>;

  constructor(scope: Construct, id: string, objects: LakeObjects) {
    super(scope, id);
    this.made = new Map(
      objects.lake.roles.flatMap(({ trusts, ...role }) =>
        trusts ? [[role.name, this.makeRole(objects, { ...role, trusts })] as const] : [],
      ),
    );
  }

  /** The ARN of any role of the lake. */
  arnOf(name: string): string {
    return this.made.get(name) ?? `arn:aws:iam::${LandingZoneStack.of(this).here.id}:role/${name}`;
  }

  private makeRole(objects: LakeObjects, { name, trusts }: MadeRole): string {
    const stack = LandingZoneStack.of(this);
    const { zone, here } = stack;
    const { lake } = objects;
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
        ...(lake.directReaders.includes(name) ? readObjects(objects, zone.homeRegion) : []),
      ]),
    });
    moveDistinct(policy, idOf('-policy'));
    if (lake.administrators.includes(name))
      for (const managed of administratorPolicies) {
        const attachment = new IamRolePolicyAttachment(this, idOf(`-${managed}`).id, {
          ...here.home,
          role: role.name,
          policyArn: `arn:aws:iam::aws:policy/${managed}`,
        });
        moveDistinct(attachment, idOf(`-${managed}`));
      }
    return role.arn;
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
    : {
        Sid: 'Service',
        Effect: 'Allow',
        Principal: { Service: trusts },
        Action: 'sts:AssumeRole',
        Condition: { StringEquals: { 'aws:SourceAccount': accountId } },
      };

/** What IAM has to allow before Lake Formation decides. Lake Formation Developer Guide, "access-control-underlying-data". */
function useLake({ databases }: DataLake, { zone, here }: LandingZoneStack): Statement[] {
  const glue = `arn:aws:glue:${zone.homeRegion}:${here.id}`;
  return [
    { Sid: 'AskLakeFormation', Effect: 'Allow', Action: 'lakeformation:GetDataAccess', Resource: '*' },
    {
      Sid: 'ReadCatalog',
      Effect: 'Allow',
      Action: ['glue:BatchGetPartition', ...catalogReads],
      Resource: [
        `${glue}:catalog`,
        ...databases.flatMap(({ name }) => [`${glue}:database/${name}`, `${glue}:table/${name}/*`]),
      ],
    },
  ];
}
