import type { Credentials } from '../../gateway/credentials';
import { allowsPrincipal } from '../../resource-policy';
import { findTrustPolicy } from '../../resource-policy-lookup';
import type { Caller } from '../../toolkit/call';
import { AwsError } from '../../toolkit/errors';
import type { QueryService } from '../../toolkit/service';
import type { Call, Json } from '../../toolkit/untyped';
import type { Moto, OrganizationView } from '../../world';

/** What STS needs to decide whether a role may be assumed. */
export interface StsParts {
  readonly credentials: Credentials;
  readonly organization: OrganizationView;
  readonly moto: Moto;
  /** Whether the account exists and is not closed. */
  readonly isOpen: (account: string) => boolean;
}

/** STS: who a caller is, and sessions of roles whose trust policy lets the caller in. */
export function sts({ credentials, organization, moto, isOpen }: StsParts): QueryService {
  return {
    protocol: 'query',
    name: 'sts',
    operations: {
      GetCallerIdentity: ({ caller }: Call) => ({ Arn: caller.arn, UserId: caller.userId, Account: caller.account }),
      AssumeRole: async ({ caller, input }: Call) => {
        const [, account = '', roleName = ''] =
          /^arn:aws:iam::(\d{12}):role\/(?:.*\/)?([\w+=,.@-]+)$/.exec(input.RoleArn) ?? [];
        const trust = isOpen(account) ? await findTrustPolicy(moto, input.RoleArn) : undefined;
        if (!isTrusted(trust, caller, input, organization)) {
          const message = `User: ${caller.arn} is not authorized to perform: sts:AssumeRole on resource: ${input.RoleArn}`;
          throw new AwsError('AccessDenied', message, 403);
        }
        const { key, caller: session } = credentials.issueSessionKey(account, roleName, input.RoleSessionName);
        return {
          AssumedRoleUser: { AssumedRoleId: session.userId, Arn: session.arn },
          Credentials: {
            AccessKeyId: key,
            SecretAccessKey: 'rehearsal',
            SessionToken: 'rehearsal',
            // Far away: sessions of the emulated AWS do not expire.
            Expiration: '2099-12-31T23:59:59Z',
          },
          PackedPolicySize: 0,
        };
      },
    },
  };
}

function isTrusted(trust: string | undefined, caller: Caller, input: Json, organization: OrganizationView): boolean {
  const context: Record<string, string> = {};
  if (input.ExternalId) context['sts:ExternalId'] = input.ExternalId;
  const organizationId = organization.find()?.id;
  if (organizationId && organization.isActiveMember(caller.account)) context['aws:PrincipalOrgID'] = organizationId;
  return allowsPrincipal(trust, {
    principal: caller.principal,
    action: 'sts:AssumeRole',
    resource: input.RoleArn,
    context,
  });
}
