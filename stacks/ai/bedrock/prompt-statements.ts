import { anybody, type Statement } from '../../../policy/iam/statement';
import { names } from '../../../schema/facts/names';
import { macieRole } from '../../parts/macie-reads';

export interface PromptStatementsProps {
  readonly bucketArn: string;
  /** Twelve digits or their token. */
  readonly accountId: string;
  readonly region: string;
  /** Names of the roles that may delete a record. */
  readonly deleters: readonly string[];
  /** Names of the roles that may read one. */
  readonly readers: readonly string[];
}

/** Bedrock, on behalf of one account and region. */
export const bedrockWriter = (region: string, accountId: string) => ({
  Principal: { Service: 'bedrock.amazonaws.com' },
  Condition: {
    StringEquals: { 'aws:SourceAccount': accountId },
    ArnLike: { 'aws:SourceArn': `arn:aws:bedrock:${region}:${accountId}:*` },
  },
});

/** Who writes, reads and deletes the records of invocations. */
export function promptStatements(props: PromptStatementsProps): Statement[] {
  const { bucketArn, accountId, region, deleters, readers } = props;
  const roleArns = (names: readonly string[]) => names.map((name) => `arn:aws:iam::${accountId}:role/${name}`);
  return [
    {
      Sid: 'BedrockWrites',
      Effect: 'Allow',
      ...bedrockWriter(region, accountId),
      Action: 's3:PutObject',
      Resource: `${bucketArn}/${names.promptFolder(accountId)}/BedrockModelInvocationLogs/*`,
    },
    {
      Sid: 'RecordsStay',
      Effect: 'Deny',
      Principal: anybody,
      Action: ['s3:DeleteObject', 's3:DeleteObjectVersion'],
      Resource: `${bucketArn}/*`,
      // For the day on which a person asks for the erasure of what they typed.
      Condition: { ArnNotLike: { 'aws:PrincipalArn': roleArns(deleters) } },
    },
    {
      Sid: 'ReadersOnly',
      Effect: 'Deny',
      Principal: anybody,
      Action: 's3:GetObject*',
      Resource: `${bucketArn}/*`,
      Condition: { ArnNotLike: { 'aws:PrincipalArn': [...roleArns(readers), macieRole(accountId)] } },
    },
  ];
}
