/** A rule of Open Policy Agent. */
export interface RunPolicy {
  readonly name: string;
  readonly description: string;
  /** The rule whose members are what is wrong. Source: HCP Terraform, "Define OPA policies": an empty list passes. */
  readonly query: string;
  /** Rego. HCP Terraform puts the plan as JSON below `input.plan`. */
  readonly text: string;
}

/** Types of which nothing is destroyed by a run while protection is on, but for an account that is being closed. */
const protectedTypes = ['aws_kms_key', 'aws_organizations_account', 'aws_organizations_organization', 'aws_s3_bucket'];

/** Nothing that holds logs, data or accounts is destroyed, whatever `prevent_destroy` says in the files of this run. */
const keepProtected: RunPolicy = {
  name: 'keep-protected',
  description: 'No run destroys keys, buckets, accounts or the organization',
  query: 'data.landing_zone.keep_protected.deny',
  text: `package landing_zone.keep_protected

import rego.v1

protected := {${protectedTypes.map((type) => `"${type}"`).join(', ')}}

is_closing(change) if change.before.close_on_deletion == true

deny contains message if {
  some resource in input.plan.resource_changes
  resource.type in protected
  "delete" in resource.change.actions
  not is_closing(resource.change)
  message := sprintf("%s would be destroyed: set protection to off first", [resource.address])
}
`,
};

/** A provider without the guard works in whatever account its credentials are of. */
const guardedProviders: RunPolicy = {
  name: 'guarded-providers',
  description: 'Every provider of AWS names the account that it works in',
  query: 'data.landing_zone.guarded_providers.deny',
  text: `package landing_zone.guarded_providers

import rego.v1

deny contains message if {
  some name, provider in input.plan.configuration.provider_config
  endswith(provider.full_name, "/hashicorp/aws")
  not provider.expressions.allowed_account_ids
  message := sprintf("provider %s has no allowed_account_ids", [name])
}
`,
};

/** A role that anybody may assume, or any repository or organization of an issuer. */
const closedTrust: RunPolicy = {
  name: 'closed-trust',
  description: 'No role trusts everybody, and none takes tokens of every subject',
  query: 'data.landing_zone.closed_trust.deny',
  text: `package landing_zone.closed_trust

import rego.v1

list(value) := value if is_array(value)

list(value) := [value] if not is_array(value)

trusts contains trust if {
  some resource in input.plan.resource_changes
  resource.type == "aws_iam_role"
  not "delete" in resource.change.actions
  some statement in list(json.unmarshal(resource.change.after.assume_role_policy).Statement)
  statement.Effect == "Allow"
  trust := {"address": resource.address, "statement": statement}
}

is_everybody(principal) if principal == "*"

is_everybody(principal) if "*" in list(principal.AWS)

names_subject(statement) if {
  some operator in ["StringEquals", "StringLike"]
  some key, value in statement.Condition[operator]
  endswith(key, ":sub")
  every subject in list(value) {
    regex.match("^[^*?]+:[^*?]{2,}", subject)
  }
}

deny contains message if {
  some trust in trusts
  is_everybody(trust.statement.Principal)
  not trust.statement.Condition
  message := sprintf("%s trusts everybody", [trust.address])
}

deny contains message if {
  some trust in trusts
  trust.statement.Principal.Federated
  trust.statement.Action == "sts:AssumeRoleWithWebIdentity"
  not names_subject(trust.statement)
  message := sprintf("%s takes tokens of every subject", [trust.address])
}
`,
};

/** The rules that runs are held against. */
export const runPolicies = (isProtected: boolean): readonly RunPolicy[] => [
  ...(isProtected ? [keepProtected] : []),
  guardedProviders,
  closedTrust,
];
