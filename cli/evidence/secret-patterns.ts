/** The end of a name whose value lets somebody in: `DB_PASSWORD`, `x-api-key`, `accessToken`. Tokens that turn pages do not. */
const secretName =
  '(?:passw(?:or)?d|pwd|passphrase|api[-_ ]?key|secret[-_]?(?:access[-_]?)?key|private[-_]?key|secret(?:[-_]?(?:string|binary))?|(?<!(?:next|page|pagination|continuation|client|request|marker)[-_]?)token)';

/** Where such a name begins: an ARN and an action of IAM have words between colons, too. */
const beginning = '(?<![\\w:/.-])[\\w.-]*?';

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
    // Azure has sig in shared access signatures, webhooks of Logic Apps among them.
    kind: 'presigned URL',
    pattern:
      /(https?:\/\/[^\s"'<>?]+)\?[^\s"'<>]*\b(?:X-(?:Amz|Goog)-(?:Signature|Credential|Security-Token)|AWSAccessKeyId|Signature|sig)=[^\s"'<>]*/gi,
    replacement: '$1?<redacted: presigned URL>',
  },
  {
    kind: 'webhook',
    pattern:
      /(https:\/\/(?:hooks\.slack\.com\/(?:services|workflows|triggers)|[\w.-]+\.webhook\.office\.com\/webhookb2|(?:[\w-]+\.)?discord(?:app)?\.com\/api(?:\/v\d+)?\/webhooks))\/[^\s"'<>]+/gi,
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
    // Forty signs with capitals, small letters and digits among them; a commit and a hash have no capitals, and an ARN has names.
    kind: 'secret access key',
    pattern:
      /(?<![\w/+.-])(?=[A-Za-z0-9/+]{40}(?![\w/+=-]|[.:]\w))(?=[A-Za-z0-9/+]*[A-Z])(?=[A-Za-z0-9/+]*[a-z])(?=[A-Za-z0-9/+]*\d)(?<!\barn:aws[^\s"']*)[A-Za-z0-9/+]{40}/g,
    replacement: '<redacted: secret access key>',
  },
  {
    // `"password": "x"` and `password='x'`, also within JSON that is text of JSON.
    kind: 'secret',
    pattern: new RegExp(
      `(${beginning}${secretName}\\\\?["']?\\s*[:=]\\s*)(\\\\?["'])(?!<redacted)(?:(?!\\2)(?:\\\\.|[^\\\\]))+\\2`,
      'gi',
    ),
    replacement: '$1$2<redacted: secret>$2',
  },
  {
    // `PASSWORD=x` and `password:x`; with a blank only where no sentence reads so.
    kind: 'secret',
    pattern: new RegExp(
      `(${beginning}(?:${secretName}(?:=|:(?!\\s|//))|(?:passw(?:or)?d|passphrase|api[-_ ]?key|secret[-_]?access[-_]?key):\\s+))(?!true\\b|false\\b|null\\b|<redacted)[^\\s"'\\\\,;&<>{}()]+`,
      'gi',
    ),
    replacement: '$1<redacted: secret>',
  },
];

/** Whether the value of a field is secret whatever it looks like. Names are in small letters without what is between words. */
export const isSecretField = (field: string): boolean =>
  /^(?:(?:proxy)?authorization|credentials?|cookie|setcookie)$/.test(field) || secretEnding.test(field);

const secretEnding = new RegExp(`${secretName}$`);

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
export const addressFields: ReadonlySet<string> = new Set([
  'callerip',
  'clientaddress',
  'clientip',
  'clientipaddress',
  'ip',
  'ipaddress',
  'ipaddressv4',
  'ipaddressv6',
  'remoteaddr',
  'remoteaddress',
  'remoteip',
  'remoteipaddress',
  'sourceaddress',
  'sourceip',
  'sourceipaddress',
  'sourceips',
  'xforwardedfor',
]);

/** Fields of who somebody is: CloudTrail User Guide, "CloudTrail userIdentity element", and the columns of the audit queries. */
export const personFields: ReadonlySet<string> = new Set([
  'createdby',
  'familyname',
  'givenname',
  'lastmodifiedby',
  'rolesessionname',
  'sessionname',
  'username',
  'userprofilename',
  'who',
]);
