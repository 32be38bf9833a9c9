/** What a text has to look like, with the rule that says so. */
export interface Pattern {
  readonly regex: RegExp;
  readonly rule: string;
}

/** The id of an AWS account. */
export const accountIdPattern: Pattern = { regex: /^\d{12}$/, rule: 'must be twelve digits, as text' };

/** Source: Amazon S3 User Guide, "General purpose bucket naming rules". */
export const bucketNamePattern: Pattern = {
  regex:
    /^(?!.*\.\.)(?!\d+\.\d+\.\d+\.\d+$|xn--|sthree-|amzn-s3-demo-)[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](?<!-s3alias|--ol-s3|--x-s3)$/,
  rule: 'must be the name of an S3 bucket',
};

/**
 * A folder of objects. A key that begins or ends with a slash is refused by Terraform's S3 backend (its `validate.go`), and one with an
 * empty folder is another object than it seems.
 */
export const keyPrefixPattern: Pattern = {
  regex: /^[\w!.*'()-]+(\/[\w!.*'()-]+)*$/,
  rule: "must be a folder like 'landing-zone' or 'a/b': no slash at either end, and letters, digits and !-_.*'() only",
};

/** Source: HCP Terraform, "Organizations API": "letters, numbers, -, and _". */
export const organizationNamePattern: Pattern = {
  regex: /^[\w-]+$/,
  rule: 'must be the name of an organization: letters, digits, - and _',
};

/** Source: HCP Terraform, "Projects API": 3 to 40 "letters, numbers, spaces, hyphens, underscores". */
export const projectNamePattern: Pattern = {
  regex: /^(?! )[\w -]{3,40}(?<! )$/,
  rule: 'must be the name of a project: 3 to 40 letters, digits, spaces, - and _',
};

/** An exact version of Terraform from 1.10, which has ephemeral values and locks in S3. */
export const terraformVersionPattern: Pattern = {
  regex: /^1\.[1-9]\d+\.\d+$/,
  rule: "must be an exact version of Terraform, at least 1.10.0: '1.11.4'",
};

/**
 * Owner and name of a repository of GitHub, each with its id where subject claims are immutable. Nothing else may be in it: it becomes
 * part of whom a role trusts. Source: GitHub Docs, "OpenID Connect", immutable subject claims.
 */
export const repositoryPattern: Pattern = {
  regex: /^[A-Za-z0-9-]+(@\d+)?\/[\w.-]+(@\d+)?$/,
  rule: "must be owner/name of a repository: 'acme/landing-zone', and no wildcard",
};

/** Name of an environment of GitHub, as far as it can stand in a subject claim and in a trust policy as it is. */
export const environmentPattern: Pattern = {
  regex: /^[\w.-]{1,255}$/,
  rule: "must be the name of an environment of letters, digits and '-_.'",
};

/** Name of a branch, as far as it can stand in a subject claim and in a trust policy as it is. */
export const branchPattern: Pattern = {
  regex: /^[\w.-]+(\/[\w.-]+)*$/,
  rule: "must be the name of a branch: 'main', and no wildcard",
};

/** Path of a project of GitLab, with its groups. */
export const gitlabProjectPattern: Pattern = {
  regex: /^[\w.-]+(\/[\w.-]+)+$/,
  rule: "must be the path of a project with its groups: 'acme/landing-zone', and no wildcard",
};

/** A key of KMS as the S3 backend of Terraform 1.11 takes it: `terraform init` with each of the tested values says so. */
export const keyIdPattern: Pattern = {
  regex:
    /^(arn:aws:kms:[a-z0-9-]+:\d{12}:(key\/(?!alias\/)|(?=alias\/)))?([0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}|mrk-[0-9a-f]{32}|alias\/[A-Za-z0-9/_-]+)$/,
  rule: 'must be the id, the alias (alias/name) or the ARN of a KMS key, as the S3 backend takes it',
};

/** Name of a host, with its port where it has one. */
export const hostNamePattern: Pattern = {
  regex: /^([a-z0-9]([a-z0-9-]*[a-z0-9])?)(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+(:\d{1,5})?$/i,
  rule: 'must be the name of a host, as app.terraform.io: no https:// and no path',
};

/** A type of AWS Config or CloudFormation. */
export const resourceTypePattern: Pattern = {
  regex: /^AWS::\w+::\w+$/,
  rule: 'must look like AWS::Service::Type',
};

/** Name of a parameter of an SSM document. Source: Systems Manager User Guide, "Schemas, features, and examples". */
export const parameterNamePattern: Pattern = { regex: /^[A-Za-z]\w{0,127}$/, rule: 'must be the name of a parameter' };

/** Source: IAM API Reference, CreateRole. */
export const roleNamePattern: Pattern = { regex: /^[\w+=,.@-]{1,64}$/, rule: 'must be the name of an IAM role' };

/** Source: IAM Identity Center API Reference, CreatePermissionSet, `Name`. */
export const permissionSetNamePattern: Pattern = {
  regex: /^[\w+=,.@-]{1,32}$/,
  rule: 'must be the name of a permission set',
};

/** Path and name of a role, as they stand in its ARN behind `role/`. */
export const rolePathPattern: Pattern = {
  regex: /^[\w+=,.@/-]{1,128}$/,
  rule: 'must be the name of an IAM role, with its path and without *',
};

/** Source: IAM API Reference, AttachRolePolicy, CreatePolicy. */
export const managedPolicyPattern: Pattern = {
  regex: /^(arn:aws:iam::aws:policy\/)?([\w+=,.@-]+\/)*[\w+=,.@-]{1,128}$/,
  rule: 'must be the ARN of an AWS managed policy, or the name of a policy of the account',
};

/** Path and name of roles; `*` stands for any text. */
export const roleNamesPattern: Pattern = { regex: /^[\w+=,.@*/-]{1,128}$/, rule: 'must be the name of an IAM role' };

/** Source: botocore 1.43, backup: `BackupRuleName`. */
export const backupRulePattern: Pattern = {
  regex: /^[\w.-]{1,50}$/,
  rule: "must have 1 to 50 letters, digits and '-_.'",
};

/** Source: botocore 1.43, backup: `BackupVaultName`. */
export const backupVaultPattern: Pattern = {
  regex: /^[\w-]{2,50}$/,
  rule: "must have 2 to 50 letters, digits and '-_'",
};

/** Characters that AWS takes in a tag. */
export const taggablePattern: Pattern = {
  regex: /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u,
  rule: 'may have letters, digits, spaces and _ . : / = + - @ only',
};

/** Sources: Organizations API Reference, CreateAccount; Account Management API Reference, PutAccountName, which takes no < and >. */
export const accountNamePattern: Pattern = {
  regex: /^[ -;=?-~]*$/,
  rule: 'may have ASCII letters, digits, spaces and signs, and no < and >',
};

/** Source: Account Management API Reference, PutAlternateContact, `EmailAddress`. */
export const contactEmailPattern: Pattern = {
  regex: /^[\w+=.#|!&-]+@[\w.-]+\.\w+$/,
  rule: 'must be an e-mail address as AWS takes one of a contact',
};

/** Source: Account Management API Reference, PutAlternateContact, `PhoneNumber`; one without a digit reaches nobody. */
export const phonePattern: Pattern = {
  regex: /^[ ()+-]*\d[ \d()+-]*$/,
  rule: 'must be a telephone number: digits, spaces and ( ) + -',
};

/** Source: Service Quotas API model, `ServiceCode` and `QuotaCode`. */
export const quotaCodePattern: Pattern = {
  regex: /^[a-zA-Z][a-zA-Z0-9-]+$/,
  rule: 'must be a code of Service Quotas: letters, digits and hyphens',
};

/** Text without line breaks and other control characters. Source: SageMaker API Reference, `ModelPackageGroupDescription`; Glue API Reference, `Column`. */
export const oneLinePattern: Pattern = {
  regex: /^[^\p{C}\u2028\u2029]*$/u,
  rule: 'must be one line, without tabs and control characters',
};

/** Lower-case words joined by hyphens. */
export const kebabPattern: Pattern = {
  regex: /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
  rule: 'must be kebab-case: lower-case letters, digits and single hyphens',
};
