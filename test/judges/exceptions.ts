/** What checkov objects to, and why it stays as it is. An exception that excuses nothing any more fails the test, and goes. */
export interface Exception {
  /** Of checkov. */
  readonly check: string;
  /** `<stack>/<resource>`, `*` for any text. */
  readonly where: string;
  /** `unseen` where it is as the check wants, which checkov does not see; `chosen` where it is another way on purpose. */
  readonly kind: 'unseen' | 'chosen';
  readonly why: string;
}

export const exceptions: readonly Exception[] = [
  {
    check: 'CKV2_AWS_3',
    where: 'security/guardduty-management-*',
    kind: 'unseen',
    why: 'the detectors of the management account; the organization is enabled on those of its administrator, in the same stack',
  },
  {
    check: 'CKV2_AWS_10',
    where: '*',
    kind: 'chosen',
    why: 'the log archive keeps the trails, Athena answers from them, and EventBridge tells what is urgent: CloudWatch Logs would take a third copy, which is paid by its size',
  },
  {
    check: 'CKV2_AWS_45',
    where: 'account-*/config-status-*',
    kind: 'unseen',
    why: 'it reads `all_supported` only; the recorder takes every type by exclusion, but for those named beside CKV2_AWS_48',
  },
  {
    check: 'CKV2_AWS_48',
    where: 'account-*/config-*',
    kind: 'chosen',
    why: 'IAM is recorded in the home region alone, and ResourceCompliance, a copy of what Config says itself, nowhere: each item is paid',
  },
  {
    check: 'CKV2_AWS_62',
    where: '*',
    kind: 'chosen',
    why: 'nothing listens to single objects; GuardDuty and the trail of data events see them',
  },
  {
    check: 'CKV_AWS_50',
    where: 'account-*/config-rules-*',
    kind: 'chosen',
    why: 'a check is one function that asks AWS and answers Config: its log says all that a trace would',
  },
  {
    check: 'CKV_AWS_50',
    where: 'security/digest-function',
    kind: 'chosen',
    why: 'it calls two services once a day, and says in its log where it failed',
  },
  {
    check: 'CKV_AWS_61',
    where: 'account-*/exempt-role-*',
    kind: 'unseen',
    why: 'the trust names the account and, by a condition that checkov does not read, one permission set or user in it',
  },
  {
    check: 'CKV_AWS_61',
    where: 'ai-*/lake-role-*',
    kind: 'unseen',
    why: 'the same, for the persons that a lake names',
  },
  {
    check: 'CKV_AWS_61',
    where: 'security/audit-role',
    kind: 'unseen',
    why: 'the same, for the readers of the audit trails',
  },
  {
    check: 'CKV_AWS_70',
    where: 'log-archive/*-policy',
    kind: 'unseen',
    why: 'any principal, and by a condition only a role of one name in the organization; the other statements of that form deny',
  },
  {
    check: 'CKV_AWS_94',
    where: 'account-*/data-catalog-*',
    kind: 'chosen',
    why: 'nobody works in these catalogs: the key that AWS keeps for Glue encrypts them, an own one would be paid in each account and region',
  },
  {
    check: 'CKV_AWS_94',
    where: '*data-catalog-encryption*',
    kind: 'unseen',
    why: 'the catalog is encrypted by a key of the account, in the mode SSE-KMS-WITH-SERVICE-ROLE, which checkov does not know',
  },
  {
    check: 'CKV_AWS_115',
    where: 'account-*/config-rules-*',
    kind: 'chosen',
    why: 'reserved concurrency is taken from what the account has for its own functions; Config asks a check a few times a day',
  },
  {
    check: 'CKV_AWS_116',
    where: 'account-*/config-rules-*',
    kind: 'chosen',
    why: 'Config asks again at the next change or hour; an alarm on errors tells of a check that fails',
  },
  {
    check: 'CKV_AWS_115',
    where: 'security/digest-function',
    kind: 'chosen',
    why: 'a young account has no concurrency to reserve; two runs share what waits, and tell nothing twice',
  },
  {
    check: 'CKV_AWS_116',
    where: 'security/digest-function',
    kind: 'chosen',
    why: 'a call carries nothing that could be lost: what a digest tells waits in its queue, and two alarms tell of one that fails or is late',
  },
  {
    check: 'CKV_AWS_117',
    where: 'security/digest-function',
    kind: 'chosen',
    why: 'it asks SQS and SNS and nothing else; in a VPC it would need an endpoint of each',
  },
  {
    check: 'CKV_AWS_117',
    where: 'account-*/config-rules-*',
    kind: 'chosen',
    why: 'it asks APIs of AWS and nothing else; in a VPC it would need an endpoint of each service in every account and region',
  },
  {
    check: 'CKV_AWS_124',
    where: 'ai-*',
    kind: 'chosen',
    why: 'Terraform waits for each stack and says why one fails',
  },
  {
    check: 'CKV_AWS_144',
    where: '*',
    kind: 'chosen',
    why: 'data stays in the region that it is in, as residency asks; prompts alone go on to the log archive',
  },
  {
    check: 'CKV_AWS_145',
    where: '*access-log*',
    kind: 'chosen',
    why: 'S3 delivers access logs to no bucket whose default is a key of KMS (S3 User Guide, enable-server-access-logging)',
  },
  {
    check: 'CKV_AWS_148',
    where: 'account-*/default-vpc-*',
    kind: 'chosen',
    why: 'the default VPC is taken into state to close it: no rules, no routes, no public addresses',
  },
  {
    check: 'CKV_AWS_158',
    where: 'account-*/config-rules-log-*',
    kind: 'chosen',
    why: 'it holds names of resources and verdicts, which Config has as well; CloudWatch encrypts it by its own key',
  },
  {
    check: 'CKV_AWS_158',
    where: 'security/silence-log',
    kind: 'chosen',
    why: 'it holds which account was heard when; CloudWatch encrypts it by its own key',
  },
  {
    check: 'CKV_AWS_252',
    where: '*',
    kind: 'chosen',
    why: 'a message for each delivered log file, every five minutes from every account, would be read by nobody',
  },
  {
    check: 'CKV_AWS_272',
    where: 'account-*/config-rules-*',
    kind: 'chosen',
    why: 'the code is part of the project, its hash is in the plan, and the deploy role alone may change it',
  },
  {
    check: 'CKV_AWS_272',
    where: 'security/digest-function',
    kind: 'chosen',
    why: 'the code is part of the project, its hash is in the plan, and the deploy role alone may change it',
  },
  {
    check: 'CKV_AWS_274',
    where: 'account-*/exempt-role-BreakGlass-*',
    kind: 'chosen',
    why: 'break glass is for what nobody foresaw; each use is a message, and SCPs hold for it but for those that exempt it',
  },
];
