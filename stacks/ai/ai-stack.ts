import type { App } from 'cdktf';
import type { Statement } from '../../policy/iam/statement';
import { names } from '../../schema/facts/names';
import type { LandingZone } from '../../schema/landing-zone';
import type { Contract, Producer } from '../kernel/contract';
import { LandingZoneStack } from '../kernel/landing-zone-stack';
import type { logArchiveContract } from '../log-archive/log-archive-stack';
import type { managementContract } from '../management/management-stack';
import { accessLogBucket } from '../parts/access-log-bucket';
import { EncryptionKey } from '../parts/encryption-key';
import { HardenedBucket } from '../parts/hardened-bucket';
import { macieReads } from '../parts/macie-reads';
import type { securityContract } from '../security/security-stack';
import { bedrockContract, makeBedrock } from './bedrock';
import { makeBudget } from './budget';
import type { AiAccount, AiContext } from './context';
import { makeDataLake } from './data-lake';
import { guardObjects } from './data-lake/objects';
import { makeLineage } from './lineage';
import { makeModelCards } from './model-cards';
import { makeRegistry } from './registry';
import { artifactKeyStatements, artifactStatements, sharedGroups } from './registry-sharing';

export const aiContract = {
  trainingDataBucket: 'text',
  modelArtifactBucket: 'text',
  dataKeyArn: 'text',
  modelPackageGroupArns: 'map',
  ...bedrockContract,
} as const satisfies Contract;

export interface AiStackProps {
  readonly zone: LandingZone;
  readonly account: AiAccount;
  readonly management: Producer<typeof managementContract>;
  readonly logArchive: Producer<typeof logArchiveContract>;
  readonly security: Producer<typeof securityContract>;
}

/** What models are made of in one account: training data, artifacts, and the registry of what was made. */
export class AiStack extends LandingZoneStack<typeof aiContract> {
  constructor(app: App, { zone, account, management, logArchive, security }: AiStackProps) {
    super(app, `ai-${account.name}`, aiContract, { zone, account, management });
    const { home, accountId } = this.here;
    const { dataClassification } = account.ai;
    const prefix = names.dataBucketPrefix(zone);
    const modelsArn = `arn:aws:s3:::${prefix}models-${accountId}`;
    const shared = sharedGroups({ zone, account, accountId: (other) => this.accountId(other) });
    const key = new EncryptionKey(this, 'data-key', {
      place: home,
      alias: `${zone.name}-data`,
      description: 'Training data and model artifacts',
      accountId,
      statements: [
        macieReads(this.accountId(zone.securityAccount)),
        ...artifactKeyStatements(shared, modelsArn, zone.homeRegion),
      ],
      lifecycle: this.keep,
    });
    const common = (kind: string) => ({
      place: home,
      name: `${prefix}${kind}-${accountId}`,
      retention: {},
      forceDestroy: zone.protection === 'off',
      lifecycle: this.keep,
    });
    const accessLog = accessLogBucket(this, 'access-log', { ...common('access-log'), accountId, sourcePrefix: prefix });
    const bucket = (domain: string, statements?: readonly Statement[]) =>
      new HardenedBucket(this, domain, {
        ...common(domain),
        statements,
        keyArn: key.arn,
        accessLog,
        tags: { 'data-domain': domain, 'data-classification': dataClassification },
      });
    const bucketArn = `arn:aws:s3:::${common('training').name}`;
    const training = bucket('training', guardObjects({ zone, lake: account.ai.dataLake, bucketArn, accountId }));
    const models = bucket('models', artifactStatements(shared, modelsArn));
    const context: AiContext = {
      stack: this,
      zone,
      account,
      here: this.here,
      accountId: (other) => this.accountId(other),
      ouArn: (path) => this.ouArn(management, path),
      key,
      training,
      models,
      accessLog,
      logArchive: () => this.read(logArchive),
      security: () => this.read(security),
      keep: this.keep,
    };
    makeDataLake(context);
    makeModelCards(context);
    makeLineage(context);
    makeBudget(context);
    this.publish({
      trainingDataBucket: training.bucket.bucket,
      modelArtifactBucket: models.bucket.bucket,
      dataKeyArn: key.arn,
      modelPackageGroupArns: makeRegistry(context),
      ...makeBedrock(context),
    });
  }

  private ouArn(management: AiStackProps['management'], path: string): string {
    const { organizationId, ouIds } = this.read(management);
    const managementId = this.accountId(this.zone.managementAccount);
    return `arn:aws:organizations::${managementId}:ou/${organizationId}/${ouIds(path)}`;
  }
}
