/** What the function's role reaches: queues and topics of the routes that have a digest, and the key of both. */
export interface DigestReach {
  readonly queueArns: readonly string[];
  readonly topicArns: readonly string[];
  readonly keyArn: string;
}

/** What the function's role may do, as statements of an IAM policy. Not in it: writing its log. */
export const digestPermissions = ({ queueArns, topicArns, keyArn }: DigestReach) => [
  {
    Sid: 'TakeWhatWaits',
    Effect: 'Allow' as const,
    Action: ['sqs:ChangeMessageVisibility', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes', 'sqs:ReceiveMessage'],
    Resource: [...queueArns],
  },
  { Sid: 'Tell', Effect: 'Allow' as const, Action: ['sns:Publish'], Resource: [...topicArns] },
  // SQS Developer Guide, sqs-key-management, and SNS Developer Guide, sns-key-management: who receives decrypts, who publishes does both.
  {
    Sid: 'Encrypted',
    Effect: 'Allow' as const,
    Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
    Resource: keyArn,
  },
];
