import type { QueryService } from '../../toolkit/service';
import type { Call } from '../../toolkit/untyped';
import { assumeRole } from './assume-role';
import { assumeRoot, type RootSessions } from './assume-root';

/** What STS needs to hand out sessions. */
export interface StsParts extends Pick<RootSessions, 'credentials' | 'organization'> {
  /** Whether the account exists and is not closed. */
  readonly isOpen: (account: string) => boolean;
  /** Whether the organization has privileged sessions of root users. */
  readonly hasRootSessions: () => boolean;
}

/** STS: who a caller is, and sessions of roles and of the root users of members. */
export function sts({ hasRootSessions, ...parts }: StsParts): QueryService {
  return {
    protocol: 'query',
    name: 'sts',
    operations: {
      GetCallerIdentity: ({ caller }: Call) => ({ Arn: caller.arn, UserId: caller.userId, Account: caller.account }),
      AssumeRole: (call: Call) => assumeRole(parts, call),
      AssumeRoot: (call: Call) => assumeRoot({ ...parts, areEnabled: hasRootSessions }, call),
    },
  };
}
