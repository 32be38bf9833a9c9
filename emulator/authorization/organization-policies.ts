import type { PolicyDocument, SourcedDocument } from '../../policy/iam/authorize';
import type { BindingPolicyType, OrganizationView } from '../world';

/** What the organization says of its accounts: which policies bind them, and where in the tree they lie. */
export class OrganizationPolicies {
  /** Documents by their text, so that each is parsed once. */
  private readonly parsed = new Map<string, PolicyDocument>();

  constructor(
    private readonly organization: OrganizationView,
    private readonly outsideAccounts: readonly string[],
  ) {}

  /** Accounts that can own something, in the organization or not. */
  accounts(): readonly string[] {
    const { managementAccount } = this.organization;
    const members = this.organization.accounts().map(({ id }) => id);
    return [...new Set([managementAccount, ...members, ...this.outsideAccounts])];
  }

  /** Id of the organization that the account is a member of. */
  tryId(account: string | undefined): string | undefined {
    return account !== undefined && this.organization.isActiveMember(account)
      ? this.organization.find()?.id
      : undefined;
  }

  /** Where the account lies: `o-…/r-…/ou-…/`. Source: IAM User Guide, "AWS global condition context keys", aws:PrincipalOrgPaths. */
  tryPath(account: string | undefined): string | undefined {
    const id = this.tryId(account);
    if (id === undefined || account === undefined) return undefined;
    return `${[id, ...this.organization.lineage(account).slice(1).reverse()].join('/')}/`;
  }

  /** ARN of a root, unit, account or policy of the organization. */
  tryArn(id: string): string | undefined {
    return this.organization.arnOf(id);
  }

  /**
   * Policies of the type at each node from the root to the account; undefined where they do not bind it. They never bind the
   * management account (Organizations User Guide, "Service control policies", "Resource control policies").
   */
  binding(type: BindingPolicyType, account: string | undefined): readonly (readonly SourcedDocument[])[] | undefined {
    const { managementAccount } = this.organization;
    if (this.tryId(account) === undefined || account === undefined || account === managementAccount) return undefined;
    if (!this.organization.isPolicyTypeEnabled(type)) return undefined;
    const nodes = [...this.organization.lineage(account)].reverse();
    return nodes.map((node) =>
      this.organization.attachedPolicies(node, type).map(({ name, content }) => this.document(name, content)),
    );
  }

  private document(name: string, content: string): SourcedDocument {
    const document = this.parsed.get(content) ?? (JSON.parse(content) as PolicyDocument);
    this.parsed.set(content, document);
    return { name, document };
  }
}
