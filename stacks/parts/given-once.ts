import { TerraformResource } from 'cdktf';
import type { Construct } from 'constructs';

/**
 * What AWS gives a resource only once. A resource that names it in `lifecycle.replaceTriggeredBy` is replaced where it becomes another, and
 * stays where it is written for the first time (Terraform docs, "The lifecycle Meta-Argument": an update or a replacement triggers, a
 * creation does not). CDKTF's own class runs the engine at every synth to ask for its version.
 */
export class GivenOnce extends TerraformResource {
  constructor(
    scope: Construct,
    id: string,
    private readonly input: string,
  ) {
    super(scope, id, { terraformResourceType: 'terraform_data' });
  }

  /** As `replaceTriggeredBy` takes it: of the resource itself CDKTF writes a template there, which Terraform refuses. */
  get address(): string {
    return `${this.terraformResourceType}.${this.friendlyUniqueId}`;
  }

  protected override synthesizeAttributes(): Readonly<Record<string, unknown>> {
    return { input: this.input };
  }
}
