import { AwsError } from './errors';

/** What a role session was given when it was made. */
export interface Session {
  /** JSON of a session policy. */
  readonly policy?: string;
  /** Managed policies given as session policies. */
  readonly policyArns: readonly string[];
  readonly tags: ReadonlyMap<string, string>;
  /** ARN of the identity provider that vouched for whoever has it. @default none did */
  readonly federatedProvider?: string;
}

/** Somebody whom an identity provider vouches for, before there is a session. */
export interface WebIdentity {
  /** ARN of the OpenID Connect provider. */
  readonly provider: string;
  /** Its host, by which condition keys begin: `app.terraform.io`. */
  readonly host: string;
  readonly audience: string;
  readonly subject: string;
}

/** Whom an access key belongs to. */
export interface Caller {
  readonly account: string;
  /** ARN as GetCallerIdentity shows it. */
  readonly arn: string;
  readonly userId: string;
  /** ARN of the IAM user or role, as trust policies name it. */
  readonly principal: string;
  /** Of the session of a role or of a root user. */
  readonly session?: Session;
  /** Of whoever has no access key but a token. */
  readonly webIdentity?: WebIdentity;
}

/** Where a request is answered. */
export interface Scope {
  /** The account that the credentials belong to, twelve digits. */
  readonly account: string;
  /** The region of the signature; `us-east-1` for global services. */
  readonly region: string;
}

/** One request to the emulated AWS, after its credentials and its operation have been read. */
export interface Call<Input> extends Scope {
  readonly caller: Caller;
  /** The signing name: `guardduty`, `macie2`, `config`, `organizations`. */
  readonly service: string;
  /** The operation by its API name: `CreateDetector`. */
  readonly operation: string;
  /** Body, REST path parameters and query string in one object, under the API's own member names. */
  readonly input: Input;
}

/** The members of an input that an operation cannot do without; every client checks them before it sends. */
export function required<Input extends object, Member extends keyof Input & string>(
  input: Input,
  ...members: readonly Member[]
): Input & { readonly [M in Member]: NonNullable<Input[M]> } {
  const missing = members.find((member) => input[member] === undefined || input[member] === null);
  if (missing === undefined) return input as Input & { readonly [M in Member]: NonNullable<Input[M]> };
  throw new AwsError(
    'ValidationException',
    `1 validation error detected: Value at '${missing}' failed to satisfy constraint: Member must not be null`,
  );
}
