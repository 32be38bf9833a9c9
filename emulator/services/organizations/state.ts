import { createHash } from 'node:crypto';
import type { PolicyType } from '@aws-sdk/client-organizations';
import { AwsError } from '../../toolkit/errors';
import type { Tags } from '../../toolkit/tags';
import type { OrganizationAccount, World } from '../../world';

/** An account and its place in the tree. */
export interface Member extends OrganizationAccount {
  readonly parentId: string;
  readonly joinedMethod: 'CREATED' | 'INVITED';
  /** Seconds since 1970. */
  readonly joined: number;
}

/** An organizational unit. */
export interface Unit {
  readonly id: string;
  readonly arn: string;
  readonly name: string;
  readonly parentId: string;
}

/** A policy of any type; `p-FullAWSAccess` is one too. */
export interface PolicyRecord {
  readonly id: string;
  readonly arn: string;
  readonly name: string;
  readonly description: string;
  readonly type: PolicyType;
  readonly awsManaged: boolean;
  readonly content: string;
}

/** One organization from CreateOrganization to DeleteOrganization. */
export interface Organization {
  readonly id: string;
  readonly arn: string;
  readonly rootId: string;
  readonly rootArn: string;
  readonly accounts: Map<string, Member>;
  readonly units: Map<string, Unit>;
  readonly policyTypes: Set<PolicyType>;
  readonly policies: Map<string, PolicyRecord>;
  /** Policy ids by target id. */
  readonly attachments: Map<string, Set<string>>;
  /** Service principals that have trusted access, with the time when it was given. */
  readonly trusted: Map<string, number>;
  /** Delegated administrators by service principal, with the time when they were registered. */
  readonly delegates: Map<string, Map<string, number>>;
  readonly tags: Map<string, Tags>;
  resourcePolicy: { readonly id: string; readonly content: string } | undefined;
}

/** What the handlers of Organizations share. */
export class OrganizationsState {
  organization: Organization | undefined;
  /** Ids and e-mail addresses that AWS has given away once and for ever. */
  readonly usedIds = new Set<string>();
  readonly usedEmails = new Set<string>();
  /** Accounts that are closed, in the organization or already past their 90 days. */
  readonly closed = new Set<string>();
  readonly joinListeners: ((account: string) => void)[] = [];
  readonly leaveListeners: ((account: string) => void)[] = [];

  constructor(readonly world: Pick<World, 'settings' | 'moto' | 'clock' | 'newId'>) {
    const { managementAccount, managementEmail, outsideAccounts } = world.settings;
    this.reserve(managementAccount, managementEmail);
    for (const { id, email } of outsideAccounts) this.reserve(id, email);
  }

  /** The organization, which the caller's account must belong to. */
  in(account: string): Organization {
    const organization = this.organization;
    if (!organization?.accounts.has(account))
      throw new AwsError('AWSOrganizationsNotInUseException', 'Your account is not a member of an organization.');
    return organization;
  }

  /** An account id that depends on the e-mail address alone, as long as it is free: creation runs in parallel. */
  newAccountId(email: string): string {
    for (let round = 0; ; round += 1) {
      const digest = createHash('sha256').update(`${email}#${round}`).digest().readUIntBE(0, 6);
      const id = String(digest % 1e12).padStart(12, '2');
      if (!this.usedIds.has(id)) return id;
    }
  }

  reserve(id: string, email: string): void {
    this.usedIds.add(id);
    this.usedEmails.add(email.toLowerCase());
  }
}

/** Finds in a map or throws the error of AWS that says that it is not there. */
export function lookUp<T>(map: ReadonlyMap<string, T>, id: string | undefined, code: string, what: string): T {
  const found = map.get(id ?? '');
  if (!found) throw new AwsError(code, `You specified ${what} that doesn't exist.`);
  return found;
}

/** A limit or rule of Organizations; SDKs read the reason. */
export const violation = (reason: string, message: string): AwsError =>
  new AwsError('ConstraintViolationException', message, 400, { Reason: reason });

/** A value that Organizations does not take. */
export const invalidInput = (reason: string, message: string): AwsError =>
  new AwsError('InvalidInputException', message, 400, { Reason: reason });
