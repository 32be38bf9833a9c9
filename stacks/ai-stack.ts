import { SagemakerModelPackageGroup } from '@cdktf/provider-aws/lib/sagemaker-model-package-group';
import type { App } from 'cdktf';
import { anybody } from '../policy/statement';
import type { Account, LandingZone } from '../schema/landing-zone';
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
  readonly account: Account & { readonly ai: NonNullable<Account['ai']> };
  readonly management: Producer<typeof managementContract>;
}

/** What models are made of in one account: training data, artifacts, and the registry of what was made. */
export class AiStack extends LandingZoneStack<typeof aiContract> {
  constructor(app: App, { zone, account, management }: AiStackProps) {
    super(app, `ai-${account.name}`, aiContract, { zone, account, management });
    const { home, accountId } = this.here;
    const { dataClassification, modelPackageGroups } = account.ai;
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
    const groups = modelPackageGroups.map(({ name, description }) => {
      const group = new SagemakerModelPackageGroup(this, `model-package-group-${name}`, {
        ...home,
        modelPackageGroupName: name,
        modelPackageGroupDescription: description,
        tags: { 'data-classification': dataClassification },
      });
      return [name, group.arn];
    });
    this.publish({
      trainingDataBucket: training.bucket.bucket,
      modelArtifactBucket: models.bucket.bucket,
      dataKeyArn: key.arn,
      modelPackageGroupArns: Object.fromEntries(groups),
    });
  }
}
