import type { QueryService } from '../../toolkit/service';
import type { StsOperations } from './api';
import { assumeRole, type StsParts } from './assume-role';

/** STS: who a caller is, and sessions of roles whose trust policy lets the caller in. */
export function sts(parts: StsParts): QueryService {
  const operations: StsOperations = {
    GetCallerIdentity: ({ caller }) => ({ Arn: caller.arn, UserId: caller.userId, Account: caller.account }),
    AssumeRole: (call) => assumeRole(parts, call),
  };
  return { protocol: 'query', name: 'sts', operations };
}
