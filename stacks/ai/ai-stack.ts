import type { App } from 'cdktf';
import type { Statement } from '../../policy/iam/statement';
import { names } from '../../schema/facts/names';
import { stackNames } from '../../schema/facts/stack-names';
import type { LandingZone } from '../../schema/landing-zone';
import type { Producer } from '../kernel/contract';
import { LandingZoneStack } from '../kernel/landing-zone-stack';
import type { logArchiveContract } from '../log-archive/contract';
import type { managementContract } from '../management/contract';
import { AccessLogBucket } from '../parts/access-log-bucket';
import { EncryptionKey } from '../parts/encryption-key';
import { HardenedBucket } from '../parts/hardened-bucket';
import { macieReads } from '../parts/macie-reads';
import { Bedrock } from './bedrock/bedrock';
import type { AiAccount } from './context';
import { aiContract } from './contract';
import { DataLake } from './data-lake/data-lake';
import { guardObjects } from './data-lake/objects';
import { aiInputs } from './inputs';
import { leaveCosts } from './leave-costs';
import { Lineage } from './lineage';
import { ModelCards } from './model-cards';
import { ModelRegistry } from './model-registry';
import { artifactKeyStatements, artifactStatements, sharedGroups } from './registry-sharing';

export interface AiStackProps {
  readonly zone: LandingZone;
  readonly account: AiAccount;
  readonly management: Producer<typeof managementContract>;
  readonly logArchive: Producer<typeof logArchiveContract>;
}

/** What models are made of in one account: training data, artifacts, and the registry of what was made. */
export class AiStack extends LandingZoneStack<typeof aiContract> {
  constructor(app: App, { zone, account, management, logArchive }: AiStackProps) {
    const inputs = () => aiInputs(account, zone.modelCards);
    super(app, stackNames.ai(account), aiContract, { zone, account, management, inputs });
    const { key, training, models, accessLog } = this.makeBuckets(account);
    const context = { account, key, training, accessLog, management, logArchive };
    new DataLake(this, 'data-lake', context);
    new ModelCards(this, 'model-cards', context);
    new Lineage(this, 'lineage', context);
    leaveCosts(this, account.ai.budget);
    const registry = new ModelRegistry(this, 'model-registry', context);
    this.publish({
      trainingDataBucket: training.name,
      modelArtifactBucket: models.name,
      dataKeyArn: key.arn,
      modelPackageGroupArns: registry.groupArns,
      ...new Bedrock(this, 'bedrock', context).published,
    });
  }

  /** The buckets of training data and models, and the key of both. */
  private makeBuckets(account: AiAccount) {
    const { zone } = this;
    const { home, id: accountId } = this.here;
    const { dataLake, dataClassification, modelLockDays } = account.ai;
    const sourcePrefix = names.dataBucketPrefix(zone);
    const common = (kind: string) => ({ placement: home, name: `${sourcePrefix}${kind}-${accountId}`, retention: {} });
    const arnOf = (kind: string) => `arn:aws:s3:::${common(kind).name}`;
    const shared = sharedGroups(this, account);
    const key = new EncryptionKey(this, 'data-key', {
      placement: home,
      alias: names.dataKeyAlias(zone),
      description: 'Training data and model artifacts',
      statements: [macieReads(accountId), ...artifactKeyStatements(shared, arnOf('models'), zone.homeRegion)],
    });
    const accessLog = new AccessLogBucket(this, 'access-log', {
      ...common('access-log'),
      retention: { deleteAfterDays: zone.logs.retentionDays },
      sourcePrefix,
      // The names of objects may say as much as what is in them.
      tags: { 'data-classification': dataClassification },
    });
    const bucket = (domain: string, statements: readonly Statement[], lockDays?: number) =>
      new HardenedBucket(this, domain, {
        ...common(domain),
        statements,
        keyArn: key.arn,
        accessLog,
        objectLock: lockDays === undefined ? undefined : { mode: 'GOVERNANCE', days: lockDays },
        tags: { 'data-domain': domain, 'data-classification': dataClassification },
      });
    const lake = { zone, lake: dataLake, bucketArn: arnOf('training'), accountId };
    return {
      key,
      accessLog,
      training: bucket('training', guardObjects(lake)),
      models: bucket('models', artifactStatements(shared, arnOf('models')), modelLockDays),
    };
  }
}
