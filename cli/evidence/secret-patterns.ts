/** Text that lets somebody in, and what stands in its place. Groups that a replacement names stay. */
export const secretPatterns: readonly {
  readonly kind: string;
  readonly pattern: RegExp;
  readonly replacement: string;
}[] = [
  {
    kind: 'private key',
    pattern: /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g,
    replacement: '<redacted: private key>',
  },
  {
    // Amazon S3 User Guide, "Authenticating Requests: Using Query Parameters"; of the older form, Signature and AWSAccessKeyId.
    kind: 'presigned URL',
    pattern:
      /(https?:\/\/[^\s"'<>?]+)\?[^\s"'<>]*\b(?:X-Amz-(?:Signature|Credential|Security-Token)|AWSAccessKeyId|Signature)=[^\s"'<>]*/gi,
    replacement: '$1?<redacted: presigned URL>',
  },
  {
    kind: 'webhook',
    pattern:
      /(https:\/\/(?:hooks\.slack\.com\/(?:services|workflows)|[\w.-]+\.webhook\.office\.com\/webhookb2))\/[^\s"'<>]+/g,
    replacement: '$1/<redacted: webhook>',
  },
  {
    kind: 'password in a URL',
    pattern: /(\b[a-z][a-z0-9+.-]*:\/\/)[^\s/:@"']+:[^\s/@"']+@/gi,
    replacement: '$1<redacted: password>@',
  },
  {
    // IAM User Guide, "IAM identifiers: Understanding unique ID prefixes".
    kind: 'access key id',
    pattern: /\b(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}\b/g,
    replacement: '<redacted: access key id>',
  },
  {
    kind: 'Bedrock API key',
    pattern: /\b(?:ABSK[A-Za-z0-9+/]{40,}={0,2}|bedrock-api-key-[A-Za-z0-9+/=_-]+)/g,
    replacement: '<redacted: Bedrock API key>',
  },
  {
    kind: 'session token',
    pattern: /\b(?:IQoJ|FwoG|FQoG|AgoJ)[A-Za-z0-9+/]{40,}={0,2}/g,
    replacement: '<redacted: session token>',
  },
  {
    kind: 'token',
    pattern:
      /\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*|\bgh[pousr]_[A-Za-z0-9]{30,}|\bxox[abprs]-[\w-]{10,}|\b(?:sk|pk|rk)[-_](?:[a-z]+[-_])?[A-Za-z0-9]{20,}|\b(?:Bearer|Basic) [A-Za-z0-9+/=._-]{16,}/g,
    replacement: '<redacted: token>',
  },
  {
    // Forty signs with capitals, small letters and digits among them; a commit and a hash have no capitals.
    kind: 'secret access key',
    pattern:
      /(?<![\w/+=.:-])(?=[A-Za-z0-9/+]*[A-Z])(?=[A-Za-z0-9/+]*[a-z])(?=[A-Za-z0-9/+]*\d)[A-Za-z0-9/+]{40}(?![\w/+=.:-])/g,
    replacement: '<redacted: secret access key>',
  },
];

/** Fields whose text is secret whatever it looks like, in small letters without what is between words. */
export const secretFields: ReadonlySet<string> = new Set([
  'apikey',
  'authorization',
  'clientsecret',
  'credential',
  'credentials',
  'passphrase',
  'passwd',
  'password',
  'privatekey',
  'secret',
  'secretaccesskey',
  'secretbinary',
  'secretkey',
  'secretstring',
  'securitytoken',
  'sessiontoken',
  'termtoken',
]);

/** Fields of what people ask models and of what these answer: Bedrock User Guide, "Monitor model invocation", and its APIs. */
export const promptFields: ReadonlySet<string> = new Set([
  'completion',
  'completions',
  'generatedtext',
  'generation',
  'inputbody',
  'inputbodyjson',
  'inputtext',
  'messages',
  'outputbody',
  'outputbodyjson',
  'outputtext',
  'prompt',
  'prompts',
  'systemprompt',
]);

/** Fields of where somebody called from: an address leads to a person. */
export const addressFields: ReadonlySet<string> = new Set(['clientip', 'sourceip', 'sourceipaddress', 'sourceips']);
