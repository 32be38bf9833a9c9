import { XMLParser } from 'fast-xml-parser';
import type { SourcedDocument } from '../../policy/iam/authorize';
import { asJson } from '../moto/template-policies';
import { askIam } from '../services/iam/ask';
import type { Moto } from '../world';
import { sourced } from './documents';
import { at, texts } from './judged-call';
import type { PolicyCache } from './policy-cache';

/** A user or role of IAM with what policies it has. */
export interface Identity {
  /** ARN with its path. */
  readonly arn: string;
  /** `AIDA…` or `AROA…`. */
  readonly uniqueId: string;
  readonly policies: readonly SourcedDocument[];
  readonly boundary: SourcedDocument | undefined;
  /** Trust policy of a role. */
  readonly trust: SourcedDocument | undefined;
  readonly tags: ReadonlyMap<string, string>;
}

type Kind = 'role' | 'user';

/** Users and roles as IAM has them. moto keeps them; what it said is remembered until IAM is written to. */
export class Identities {
  constructor(
    private readonly moto: Moto,
    private readonly cache: PolicyCache,
  ) {}

  /** Finds a user or role by name; undefined where the account has none of that name. */
  tryFind(account: string, kind: Kind, name: string): Promise<Identity | undefined> {
    return this.cache.get(drawerOf(account), `${kind}/${name}`, () => this.read(account, kind, name));
  }

  /** The policies of ARNs, as attached to somebody or given to a session; one that does not exist grants nothing. */
  async managed(account: string, arns: readonly string[]): Promise<readonly SourcedDocument[]> {
    const found = await Promise.all(arns.map((arn) => this.managedPolicy(account, arn)));
    return found.flatMap((policy) => policy ?? []);
  }

  /** Forgets what an operation of IAM may have changed: of one user or role where it names one, else of the account. */
  forget(account: string, { RoleName, UserName }: { readonly RoleName?: unknown; readonly UserName?: unknown }): void {
    const name = RoleName ? `role/${RoleName}` : UserName ? `user/${UserName}` : undefined;
    this.cache.forget(drawerOf(account), name);
  }

  private async read(account: string, kind: Kind, name: string): Promise<Identity | undefined> {
    const Kind = kind === 'role' ? 'Role' : 'User';
    const of = { [`${Kind}Name`]: name };
    const found = at(await this.ask(account, `Get${Kind}`, of), [Kind]);
    if (found === undefined) return undefined;
    const boundary = at(found, ['PermissionsBoundary', 'PermissionsBoundaryArn']);
    const groups = kind === 'user' ? await this.groupPolicies(account, name) : [];
    const policies = [...(await this.attachedAndInline(account, Kind, name)), ...groups];
    const trust = at(found, ['AssumeRolePolicyDocument']);
    return {
      arn: String(at(found, ['Arn'])),
      uniqueId: String(at(found, [`${Kind}Id`])),
      policies,
      boundary: boundary === undefined ? undefined : await this.boundary(account, String(boundary)),
      trust: trust === undefined ? undefined : sourced('the role trust policy', decodeURIComponent(String(trust))),
      tags: new Map(
        members(at(found, ['Tags'])).map((tag) => [String(at(tag, ['Key'])), String(at(tag, ['Value']) ?? '')]),
      ),
    };
  }

  private async groupPolicies(account: string, user: string): Promise<readonly SourcedDocument[]> {
    const groups = members(at(await this.ask(account, 'ListGroupsForUser', { UserName: user }), ['Groups']));
    const names = groups.map((group) => String(at(group, ['GroupName'])));
    return (await Promise.all(names.map((name) => this.attachedAndInline(account, 'Group', name)))).flat();
  }

  private async attachedAndInline(account: string, kind: string, name: string): Promise<readonly SourcedDocument[]> {
    const of = { [`${kind}Name`]: name };
    const [attached, inline] = await Promise.all([
      this.ask(account, `ListAttached${kind}Policies`, of),
      this.ask(account, `List${kind}Policies`, of),
    ]);
    const arns = members(at(attached, ['AttachedPolicies'])).map((policy) => String(at(policy, ['PolicyArn'])));
    const own = await Promise.all(
      members(at(inline, ['PolicyNames'])).map(async (policyName): Promise<SourcedDocument> => {
        const answer = await this.ask(account, `Get${kind}Policy`, { ...of, PolicyName: String(policyName) });
        return sourced(String(policyName), asJson(decodeURIComponent(String(at(answer, ['PolicyDocument'])))));
      }),
    );
    return [...(await this.managed(account, arns)), ...own];
  }

  private async boundary(account: string, arn: string): Promise<SourcedDocument> {
    // A boundary that is not there allows nothing.
    return (
      (await this.managedPolicy(account, arn)) ?? { name: arn, document: { Version: '2012-10-17', Statement: [] } }
    );
  }

  private managedPolicy(account: string, arn: string): Promise<SourcedDocument | undefined> {
    // AWS's own are the same everywhere and never change here.
    const drawer = arn.startsWith('arn:aws:iam::aws:') ? 'iam/aws' : drawerOf(account);
    return this.cache.get(drawer, arn, async () => {
      const VersionId = at(await this.ask(account, 'GetPolicy', { PolicyArn: arn }), ['Policy', 'DefaultVersionId']);
      if (VersionId === undefined) return undefined;
      const version = await this.ask(account, 'GetPolicyVersion', { PolicyArn: arn, VersionId: String(VersionId) });
      return sourced(arn, decodeURIComponent(String(at(version, ['PolicyVersion', 'Document']))));
    });
  }

  private async ask(account: string, action: string, input: Readonly<Record<string, string>>): Promise<unknown> {
    const { status, body } = await askIam(this.moto, account, action, input);
    return status === 200 ? at(xml.parse(body), [`${action}Response`, `${action}Result`]) : undefined;
  }
}

const drawerOf = (account: string): string => `iam/${account}`;

const xml = new XMLParser({ ignoreAttributes: true, parseTagValue: false });

/** Items of a list in XML, which is an empty text where there is none. */
function members(list: unknown): readonly unknown[] {
  const items = at(list, ['member']);
  if (items === undefined) return [];
  return Array.isArray(items) ? items : typeof items === 'object' ? [items] : texts(items);
}
