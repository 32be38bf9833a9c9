import { addressesOf, type Resources } from '../stacks/ledger/protected';
import { readStack, type SynthesizedStack } from './manifest';
import type { Terraform } from './terraform';

interface StackJson {
  readonly resource?: Resources;
  readonly removed?: readonly { readonly from: string }[];
}

/** What Terraform has forgotten and AWS still has. When it is written again it is imported first, as `docs/ledger.md` says ("Come back"). */
export class LeftInAws {
  /** Ids by address, by stack. */
  private readonly ids = new Map<string, Map<string, string>>();

  /** Remembers what the next apply of a stack forgets. */
  note(stack: SynthesizedStack, terraform: Pick<Terraform, 'tryIdOf'>): void {
    const known = this.ids.get(stack.name) ?? new Map<string, string>();
    this.ids.set(stack.name, known);
    for (const { from } of jsonOf(stack).removed ?? []) {
      const id = terraform.tryIdOf(from);
      if (id !== undefined && isMadeOnce(from)) known.set(from, id);
    }
  }

  /** Imports what is written again. */
  async takeUp(stack: SynthesizedStack, terraform: Pick<Terraform, 'import' | 'tryIdOf'>): Promise<void> {
    const written = new Set(addressesOf(jsonOf(stack).resource ?? {}));
    for (const [address, id] of this.ids.get(stack.name) ?? []) {
      if (!written.has(address)) continue;
      if (terraform.tryIdOf(address) === undefined) await terraform.import(address, id);
      this.ids.get(stack.name)?.delete(address);
    }
  }
}

const jsonOf = (stack: SynthesizedStack): StackJson => JSON.parse(readStack(stack)) as StackJson;

/**
 * Of these AWS makes no second one of the same name, or another one would be without what the first holds. Making one of the others again takes
 * up what is there.
 */
const madeOnce: ReadonlySet<string> = new Set([
  'aws_cloudformation_stack',
  'aws_cloudwatch_log_group',
  'aws_iam_role',
  'aws_kms_alias',
  'aws_kms_key',
  'aws_s3_bucket',
  'aws_sagemaker_model_package_group',
]);

const isMadeOnce = (address: string): boolean => madeOnce.has(address.slice(0, address.indexOf('.')));
