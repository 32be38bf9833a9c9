import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import { IamRolePolicyAttachment } from '@cdktf/provider-aws/lib/iam-role-policy-attachment';
import { policyDocument, type Statement } from '../../../policy/iam/statement';
import type { DataLake } from '../../../schema/forms/ai/data-lake';
import type { AiContext } from '../context';
import { readObjects } from './objects';

type MadeRole = DataLake['roles'][number] & { readonly trusts: string };

/** Lets an administrator grant, to other accounts too. Lake Formation Developer Guide, "permissions-reference" and "optimize-ram". */
const administratorPolicies = ['AWSLakeFormationDataAdmin', 'AWSLakeFormationCrossAccountManager'];

/** Makes the roles of the lake that nobody else makes. @returns the ARN of every role of the lake by its name */
export function makeLakeRoles(context: AiContext, lake: DataLake): (name: string) => string {
  const made = new Map(
    lake.roles.flatMap(({ name, trusts }) => (trusts ? [[name, makeRole(context, lake, { name, trusts })]] : [])),
  );
  return (name) => made.get(name) ?? `arn:aws:iam::${context.here.accountId}:role/${name}`;
}

function makeRole(context: AiContext, lake: DataLake, { name, trusts }: MadeRole): string {
  const { stack, zone, here } = context;
  const id = `lake-role-${name.replace(/[^\w-]/g, '-')}`;
  const role = new IamRole(stack, id, {
    ...here.home,
    name,
    description: 'Uses the data lake, as far as Lake Formation grants it',
    assumeRolePolicy: policyDocument([trust(trusts, here.accountId, zone.deployRole)]),
  });
  new IamRolePolicy(stack, `${id}-policy`, {
    ...here.home,
    name: 'data-lake',
    role: role.name,
    policy: policyDocument([
      ...useLake(context, lake),
      ...(lake.directReaders.includes(name) ? readObjects(context, lake) : []),
    ]),
  });
  if (lake.administrators.includes(name))
    for (const policy of administratorPolicies)
      new IamRolePolicyAttachment(stack, `${id}-${policy}`, {
        ...here.home,
        role: role.name,
        policyArn: `arn:aws:iam::aws:policy/${policy}`,
      });
  return role.arn;
}

const trust = (trusts: string, accountId: string, deployRole: string): Statement =>
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
function useLake({ zone, here }: AiContext, { databases }: DataLake): Statement[] {
  const glue = `arn:aws:glue:${zone.homeRegion}:${here.accountId}`;
  return [
    { Sid: 'AskLakeFormation', Effect: 'Allow', Action: 'lakeformation:GetDataAccess', Resource: '*' },
    {
      Sid: 'ReadCatalog',
      Effect: 'Allow',
      Action: [
        'glue:BatchGetPartition',
        'glue:GetDatabase',
        'glue:GetDatabases',
        'glue:GetPartition',
        'glue:GetPartitions',
        'glue:GetTable',
        'glue:GetTables',
      ],
      Resource: [
        `${glue}:catalog`,
        ...databases.flatMap(({ name }) => [`${glue}:database/${name}`, `${glue}:table/${name}/*`]),
      ],
    },
  ];
}
