import { inventedAccountId } from '../policy/guardrails/simulation/accounts';
import type { PublishedRole } from './published-roles';
import { tryAccountIn, unescaped } from './stack-json';

/** The role whose ARN a reference stands for; undefined where that is not known. */
export type RoleOf = (reference: string) => PublishedRole | undefined;

/**
 * Puts something that IAM takes in place of each reference of Terraform, the same for the same reference, so that a document can be read
 * before AWS has given any id; and puts names in place of it again for people.
 */
export class References {
  private readonly names = new Map<string, string>();

  /** @param roleOf of references to other stacks. @default - it is known of none */
  constructor(private readonly roleOf: RoleOf = () => undefined) {}

  /** @param own twelve digits of the account that the document belongs to */
  resolve(text: string, own = ''): string {
    return unescaped(text.replace(/(?<!\$)\$\{([^}]*)\}/g, (_, reference: string) => this.standIn(reference, own)));
  }

  /** The account of a place: digits, or a reference to the id of an account. */
  accountOf = (accountId: string): string => this.resolve(accountId) || '000000000000';

  /** What was resolved, as people call it. */
  readable(text: string): string {
    let readable = text;
    for (const [standIn, name] of this.names) readable = readable.replaceAll(standIn, name);
    return readable;
  }

  private standIn(reference: string, own: string): string {
    const [standIn, name] = this.tryRole(reference) ?? standInOf(reference, own);
    this.names.set(standIn, name);
    return standIn;
  }

  private tryRole(reference: string): readonly [string, string] | undefined {
    const role = this.roleOf(reference);
    return role && [`arn:aws:iam::${this.accountOf(role.accountId)}:role${role.path}${role.name}`, role.name];
  }
}

/** What stands for a reference, and what people call it. */
function standInOf(reference: string, own: string): readonly [string, string] {
  const name =
    tryAccountIn(reference) ?? /^aws_organizations_account\.account-(?<name>[^.]+)\.id$/.exec(reference)?.groups?.name;
  if (name !== undefined) return [inventedAccountId(name), name];
  if (/organization_id$|^aws_organizations_organization\.[^.]+\.id$/.test(reference))
    return ['o-thisorganization', 'this organization'];
  const {
    type = '',
    resource = '',
    attribute = '',
  } = /^aws_(?<type>\w+)\.(?<resource>[^.]+)\.(?<attribute>\w+)$/.exec(reference)?.groups ?? {};
  // With the stack that has an output: two stacks may have one of the same name.
  const called =
    resource ||
    reference
      .replace(/^data\.(terraform_remote_state\.)?/, '')
      .replace('.outputs.', '-')
      .replace(/\W+/g, '-');
  if (attribute === 'arn' || /_arn$/.test(reference)) return [arnOf(type, called, own), called];
  return [called, called];
}

function arnOf(type: string, called: string, own: string): string {
  if (type === 's3_bucket') return `arn:aws:s3:::${called}`;
  if (type === 'iam_role') return `arn:aws:iam::${own}:role/${called}`;
  const [service = 'reference'] = type.split('_');
  return `arn:aws:${service || 'reference'}:any-region:${own}:${called}`;
}
