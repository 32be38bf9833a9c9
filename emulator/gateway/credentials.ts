import type { Caller, Session } from '../toolkit/call';
import { AwsError } from '../toolkit/errors';
import type { CredentialScope } from './request';

/** The access keys that the emulated AWS has given out; each key carries its account id, for readers of logs. */
export class Credentials {
  private readonly callers = new Map<string, Caller>();

  /** The long-lived key of an administrator user of the account. */
  issueUserKey(account: string, userName: string): string {
    const key = `AKIA${account}USER`;
    const arn = `arn:aws:iam::${account}:user/${userName}`;
    this.callers.set(key, { account, arn, userId: `AIDA${account}USER`, principal: arn });
    return key;
  }

  /** The temporary key of a role session, with what the session was given. */
  issueSessionKey(
    account: string,
    roleName: string,
    name: string,
    session: Session = { policyArns: [], tags: new Map() },
  ): { key: string; caller: Caller } {
    const serial = this.callers.size.toString(36).toUpperCase().padStart(4, '0');
    const key = `ASIA${account}${serial}`;
    const arn = `arn:aws:sts::${account}:assumed-role/${roleName}/${name}`;
    const principal = `arn:aws:iam::${account}:role/${roleName}`;
    const caller = { account, arn, userId: `AROA${account}ROLE:${name}`, principal, session };
    this.callers.set(key, caller);
    return { key, caller };
  }

  /** The temporary key of a session of a root user, which a policy keeps to one task. */
  issueRootKey(account: string, taskPolicyArn: string): string {
    const key = `ASIA${account}ROOT${this.callers.size.toString(36).toUpperCase()}`;
    const arn = `arn:aws:iam::${account}:root`;
    const session = { policyArns: [taskPolicyArn], tags: new Map<string, string>() };
    this.callers.set(key, { account, arn, userId: account, principal: arn, session });
    return key;
  }

  /** The owner of the key that signed a request. Signatures are not verified. */
  identify(scope: CredentialScope | undefined): Caller {
    if (!scope) throw new AwsError('MissingAuthenticationToken', 'Request is missing Authentication Token', 403);
    const caller = this.callers.get(scope.accessKey);
    if (!caller) {
      throw new AwsError('InvalidClientTokenId', 'The security token included in the request is invalid.', 403);
    }
    return caller;
  }
}
