import type { App } from 'cdktf';
import { anybody } from '../policy/statement';
import type { LandingZone } from '../schema/landing-zone';
import { makeBedrock } from './ai/bedrock';
import { makeBudget } from './ai/budget';
import type { AiAccount, AiContext } from './ai/context';
import { makeDataLake } from './ai/data-lake';
import { makeLineage } from './ai/lineage';
import { makeRegistry } from './ai/registry';
import type { managementContract } from './management-stack';
import { accessLogBucket } from './parts/access-log-bucket';
import { EncryptionKey } from './parts/encryption-key';
import { HardenedBucket } from './parts/hardened-bucket';
import type { Contract, Producer } from './support/contract';
import { LandingZoneStack } from './support/landing-zone-stack';
import { names } from './support/names';

export const aiContract = {
  trainingDataBucket: 'text',
  modelArtifactBucket: 'text',
  dataKeyArn: 'text',
  modelPackageGroupArns: 'map',
} as const satisfies Contract;

export interface AiStackProps {
  readonly zone: LandingZone;
  readonly account: AiAccount;
  readonly management: Producer<typeof managementContract>;
}

/** What models are made of in one account: training data, artifacts, and the registry of what was made. */
export class AiStack extends LandingZoneStack<typeof aiContract> {
  constructor(app: App, { zone, account, management }: AiStackProps) {
    super(app, `ai-${account.name}`, aiContract, { zone, account, management });
    const { home, accountId } = this.here;
    const { dataClassification } = account.ai;
    const key = new EncryptionKey(this, 'data-key', {
      place: home,
      alias: `${zone.name}-data`,
      description: 'Training data and model artifacts',
      accountId,
      // Macie classifies through its service-linked role. Macie User Guide, discovery-supported-encryption-types.
      statements: [
        {
          Sid: 'MacieReads',
          Effect: 'Allow',
          Principal: anybody,
          Action: 'kms:Decrypt',
          Resource: '*',
          Condition: {
            ArnLike: {
              'aws:PrincipalArn': `arn:aws:iam::${this.accountId(zone.securityAccount)}:role/aws-service-role/macie.amazonaws.com/AWSServiceRoleForAmazonMacie`,
            },
          },
        },
      ],
      lifecycle: this.keep,
    });
    const prefix = names.dataBucketPrefix(zone);
    const common = (kind: string) => ({
      place: home,
      name: `${prefix}${kind}-${accountId}`,
      retention: {},
      forceDestroy: zone.protection === 'off',
      lifecycle: this.keep,
    });
    const accessLog = accessLogBucket(this, 'access-log', { ...common('access-log'), accountId, sourcePrefix: prefix });
    const bucket = (domain: string) =>
      new HardenedBucket(this, domain, {
        ...common(domain),
        keyArn: key.arn,
        accessLog,
        tags: { 'data-domain': domain, 'data-classification': dataClassification },
      });
    const training = bucket('training');
    const models = bucket('models');
    const context: AiContext = {
      stack: this,
      zone,
      account,
      here: this.here,
      accountId: (other) => this.accountId(other),
      key,
      training,
      models,
      keep: this.keep,
    };
    makeDataLake(context);
    makeBedrock(context);
    makeLineage(context);
    makeBudget(context);
    this.publish({
      trainingDataBucket: training.bucket.bucket,
      modelArtifactBucket: models.bucket.bucket,
      dataKeyArn: key.arn,
      modelPackageGroupArns: makeRegistry(context),
    });
  }
}
