import { texts } from '../../authorization/judged-call';
import { tagsOfRequest } from '../../authorization/request-tags';
import type { Credentials } from '../../gateway/credentials';
import type { Session } from '../../toolkit/call';
import { AwsError } from '../../toolkit/errors';
import type { QueryService } from '../../toolkit/service';
import type { Call, Json } from '../../toolkit/untyped';

/** What STS needs to hand out sessions. */
export interface StsParts {
  readonly credentials: Credentials;
  /** Whether the account exists and is not closed. */
  readonly isOpen: (account: string) => boolean;
}

/** STS: who a caller is, and sessions of roles. Whether the caller may have one was decided by the role's trust policy at the door. */
export function sts({ credentials, isOpen }: StsParts): QueryService {
  return {
    protocol: 'query',
    name: 'sts',
    operations: {
      GetCallerIdentity: ({ caller }: Call) => ({ Arn: caller.arn, UserId: caller.userId, Account: caller.account }),
      AssumeRole: ({ caller, input }: Call) => {
        const [, account = '', roleName = ''] =
          /^arn:aws:iam::(\d{12}):role\/(?:.*\/)?([\w+=,.@-]+)$/.exec(input.RoleArn) ?? [];
        if (!isOpen(account)) {
          const message = `User: ${caller.arn} is not authorized to perform: sts:AssumeRole on resource: ${input.RoleArn}`;
          throw new AwsError('AccessDenied', message, 403);
        }
        const given = sessionOf(input);
        const { key, caller: session } = credentials.issueSessionKey(account, roleName, input.RoleSessionName, given);
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

const sessionOf = ({ Policy, PolicyArns = [], Tags }: Json): Session => ({
  ...(Policy && { policy: Policy }),
  policyArns: PolicyArns.flatMap(({ arn }: Json) => texts(arn)),
  tags: tagsOfRequest({ Tags }),
});
