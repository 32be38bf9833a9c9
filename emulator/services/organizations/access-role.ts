import { AwsError } from '../../toolkit/errors';
import type { Moto } from '../../world';
import { askIam } from '../iam/ask';

/** Creates the role through which the management account administers a new account. */
export async function createAccessRole(
  moto: Moto,
  account: string,
  trusted: string,
  roleName = 'OrganizationAccountAccessRole',
): Promise<void> {
  const trust = policy({
    Effect: 'Allow',
    Principal: { AWS: `arn:aws:iam::${trusted}:root` },
    Action: 'sts:AssumeRole',
  });
  await iam(moto, account, 'CreateRole', { RoleName: roleName, AssumeRolePolicyDocument: trust });
  const everything = policy({ Effect: 'Allow', Action: '*', Resource: '*' });
  await iam(moto, account, 'PutRolePolicy', {
    RoleName: roleName,
    PolicyName: 'AdministratorAccess',
    PolicyDocument: everything,
  });
}

const policy = (statement: object): string => JSON.stringify({ Version: '2012-10-17', Statement: [statement] });

async function iam(moto: Moto, account: string, action: string, parameters: Record<string, string>): Promise<void> {
  const { status, body } = await askIam(moto, account, action, parameters);
  if (status >= 300) throw new AwsError('ServiceException', `creating the access role failed: ${body}`, 500);
}
