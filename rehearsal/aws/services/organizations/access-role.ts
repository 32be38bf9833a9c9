import { AwsError } from '../../call';
import type { Moto } from '../../world';

/** The role that Organizations puts into each account that it creates. */
const ACCESS_ROLE = 'OrganizationAccountAccessRole';

/** Creates the role through which the management account administers a new account. */
export async function createAccessRole(
  moto: Moto,
  account: string,
  trusted: string,
  roleName = ACCESS_ROLE,
): Promise<void> {
  const trust = policy({
    Effect: 'Allow',
    Principal: { AWS: `arn:aws:iam::${trusted}:root` },
    Action: 'sts:AssumeRole',
  });
  await iam(moto, account, { Action: 'CreateRole', RoleName: roleName, AssumeRolePolicyDocument: trust });
  const everything = policy({ Effect: 'Allow', Action: '*', Resource: '*' });
  await iam(moto, account, {
    Action: 'PutRolePolicy',
    RoleName: roleName,
    PolicyName: 'AdministratorAccess',
    PolicyDocument: everything,
  });
}

const policy = (statement: object): string => JSON.stringify({ Version: '2012-10-17', Statement: [statement] });

async function iam(moto: Moto, account: string, parameters: Record<string, string>): Promise<void> {
  const { status, body } = await moto.request({
    account,
    region: 'us-east-1',
    service: 'iam',
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ ...parameters, Version: '2010-05-08' }).toString(),
  });
  if (status >= 300) throw new AwsError('ServiceException', `creating the access role failed: ${body}`, 500);
}
