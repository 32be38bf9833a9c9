import type { QueryService } from '../../toolkit/service';
import type { StsOperations } from './api';
import { assumeRole } from './assume-role';
import { assumeRoleWithWebIdentity } from './assume-role-with-web-identity';
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
  const operations: StsOperations = {
    GetCallerIdentity: ({ caller }) => ({ Arn: caller.arn, UserId: caller.userId, Account: caller.account }),
    AssumeRole: (call) => assumeRole(parts, call),
    AssumeRoleWithWebIdentity: (call) => assumeRoleWithWebIdentity(parts, call),
    AssumeRoot: (call) => assumeRoot({ ...parts, areEnabled: hasRootSessions }, call),
  };
  return { protocol: 'query', name: 'sts', operations };
}
