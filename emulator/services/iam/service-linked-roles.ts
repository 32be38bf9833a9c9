import { AwsError, notImplemented } from '../../toolkit/errors';
import type { Json } from '../../toolkit/untyped';
import { tryElement } from '../../toolkit/xml';
import type { Moto } from '../../world';
import { askIam } from './ask';

/** Services of which the name of the service-linked role is known; moto derives another one from the principal. */
const ROLES: Readonly<Record<string, string>> = {
  'access-analyzer.amazonaws.com': 'AWSServiceRoleForAccessAnalyzer',
  'cloudtrail.amazonaws.com': 'AWSServiceRoleForCloudTrail',
  'config.amazonaws.com': 'AWSServiceRoleForConfig',
  'config-conforms.amazonaws.com': 'AWSServiceRoleForConfigConforms',
  'config-multiaccountsetup.amazonaws.com': 'AWSServiceRoleForConfigMultiAccountSetup',
  'guardduty.amazonaws.com': 'AWSServiceRoleForAmazonGuardDuty',
  'macie.amazonaws.com': 'AWSServiceRoleForAmazonMacie',
  'ram.amazonaws.com': 'AWSServiceRoleForResourceAccessManager',
  'securityhub.amazonaws.com': 'AWSServiceRoleForSecurityHub',
};

/** A service-linked role, by what its ARN says of it. */
export interface LinkedRole {
  readonly service: string;
  readonly name: string;
}

/** Creates the service-linked role of a service, and answers it as IAM does. */
export async function createServiceLinkedRole(
  moto: Moto,
  account: string,
  service: string,
  description = '',
): Promise<Json> {
  const RoleName = ROLES[service];
  if (RoleName === undefined) throw notImplemented('iam', `CreateServiceLinkedRole of ${service}`);
  const trust = {
    Version: '2012-10-17',
    Statement: [{ Action: ['sts:AssumeRole'], Effect: 'Allow', Principal: { Service: [service] } }],
  };
  const { status, body } = await askIam(moto, account, 'CreateRole', {
    RoleName,
    Path: `/aws-service-role/${service}/`,
    AssumeRolePolicyDocument: JSON.stringify(trust),
    ...(description && { Description: description }),
  });
  if (status === 409) {
    const message = `Service role name ${RoleName} has been taken in this account, please try a different suffix.`;
    throw new AwsError('InvalidInput', message);
  }
  if (status >= 300) throw new Error(`moto did not create the role ${RoleName}: ${body}`);
  const members = ['Path', 'RoleName', 'RoleId', 'Arn', 'CreateDate', 'AssumeRolePolicyDocument'];
  return { Role: Object.fromEntries(members.map((member) => [member, tryElement(body, member)])) };
}

/** Finds the service-linked role of that name, where the account has it. */
export async function findServiceLinkedRole(
  moto: Moto,
  account: string,
  name: string,
): Promise<LinkedRole | undefined> {
  const { body } = await askIam(moto, account, 'GetRole', { RoleName: name });
  const service = /:role\/aws-service-role\/([^/]+)\//.exec(tryElement(body, 'Arn') ?? '')?.[1];
  return service === undefined ? undefined : { service, name };
}
