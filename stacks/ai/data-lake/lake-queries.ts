import { AthenaWorkgroup } from '@cdktf/provider-aws/lib/athena-workgroup';
import type { Construct } from 'constructs';
import { anybody, type Statement } from '../../../policy/iam/statement';
import { names } from '../../../schema/facts/names';
import type { DataLake } from '../../../schema/forms/ai/data-lake';
import { around, dashedId } from '../../kernel/distinct-id';
import { LandingZoneStack } from '../../kernel/landing-zone-stack';
import { Part } from '../../kernel/part';
import { throughAthena, useAthena } from '../../parts/athena-use';
import { HardenedBucket } from '../../parts/hardened-bucket';
import { macieRole } from '../../parts/macie-reads';
import type { AiContext } from '../context';
import type { LakeObjects } from './objects';

export interface LakeQueriesProps extends LakeObjects, Pick<AiContext, 'account' | 'accessLog'> {
  readonly queries: NonNullable<DataLake['queries']>;
}

/** Folder of the results, and end of the workgroup's name. */
const folderOf = (role: string): string => dashedId(role).id;

/**
 * A workgroup of Athena for each role that the lake makes. Its settings win over those of the client, and its answers lie in a folder
 * that no other role reads: an answer shows whatever its role is granted.
 */
export class LakeQueries extends Part {
  private readonly results: HardenedBucket;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: LakeQueriesProps,
  ) {
    super(scope, id);
    const { zone, here } = LandingZoneStack.of(this);
    const { lake, account, key, accessLog, queries } = props;
    const made = lake.roles.flatMap(({ name, trusts }) => (trusts ? [name] : []));
    const name = `${names.dataBucketPrefix(zone)}results-${here.id}`;
    this.results = new HardenedBucket(this, 'lake-results', {
      placement: here.home,
      name,
      keyArn: key.arn,
      accessLog,
      retention: { deleteAfterDays: queries.resultRetentionDays },
      tags: { 'data-domain': 'results', 'data-classification': account.ai.dataClassification },
      statements: made.map((role, index) => this.onlyOf(role, `OnlyOf${index + 1}`, name)),
    });
    for (const role of made) this.makeWorkgroup(role);
  }

  /** What a role needs to ask in its workgroup and to read its answers. */
  permissionsOf(role: string): Statement[] {
    const { zone, here } = LandingZoneStack.of(this);
    const { arn } = this.results;
    const folder = folderOf(role);
    return [
      ...useAthena(`${zone.homeRegion}:${here.id}`, this.nameOf(role)),
      { Sid: 'FindResults', Effect: 'Allow', Action: 's3:GetBucketLocation', Resource: arn },
      {
        Sid: 'ListResults',
        Effect: 'Allow',
        Action: ['s3:ListBucket', 's3:ListBucketMultipartUploads'],
        Resource: arn,
        Condition: { StringLike: { 's3:prefix': `${folder}/*` } },
      },
      {
        Sid: 'KeepResults',
        Effect: 'Allow',
        Action: ['s3:AbortMultipartUpload', 's3:ListMultipartUploadParts', 's3:PutObject'],
        Resource: `${arn}/${folder}/*`,
        Condition: throughAthena,
      },
      { Sid: 'ReadResults', Effect: 'Allow', Action: 's3:GetObject', Resource: `${arn}/${folder}/*` },
      {
        Sid: 'EncryptResults',
        Effect: 'Allow',
        Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
        Resource: this.props.key.arn,
        Condition: { StringEquals: { 'kms:ViaService': `s3.${zone.homeRegion}.amazonaws.com` } },
      },
    ];
  }

  private nameOf(role: string): string {
    return `${LandingZoneStack.of(this).zone.name}-lake-${folderOf(role)}`;
  }

  private onlyOf(role: string, sid: string, bucket: string): Statement {
    const { zone, here } = LandingZoneStack.of(this);
    const readers = [role, ...zone.roles.breakGlass].map((name) => `arn:aws:iam::${here.id}:role/${name}`);
    return {
      Sid: sid,
      Effect: 'Deny',
      Principal: anybody,
      Action: ['s3:GetObject', 's3:GetObjectVersion', 's3:PutObject'],
      Resource: `arn:aws:s3:::${bucket}/${folderOf(role)}/*`,
      Condition: { ArnNotLike: { 'aws:PrincipalArn': [...readers, macieRole(here.id)] } },
    };
  }

  private makeWorkgroup(role: string): void {
    const { here } = LandingZoneStack.of(this);
    const { queries, key } = this.props;
    new AthenaWorkgroup(this, around('lake-queries-', dashedId(role)).id, {
      ...here.home,
      name: this.nameOf(role),
      description: `Questions of ${role} to the data lake`,
      // AWS keeps a workgroup in which anybody ever asked; the answers are in the bucket, and who asked is in the trail.
      forceDestroy: true,
      configuration: {
        enforceWorkgroupConfiguration: true,
        publishCloudwatchMetricsEnabled: true,
        bytesScannedCutoffPerQuery: queries.scanLimitGigabytes * 1_000_000_000,
        engineVersion: { selectedEngineVersion: 'Athena engine version 3' },
        resultConfiguration: {
          outputLocation: `s3://${this.results.policy.bucket}/${folderOf(role)}/`,
          expectedBucketOwner: here.id,
          encryptionConfiguration: { encryptionOption: 'SSE_KMS', kmsKeyArn: key.arn },
        },
      },
    });
  }
}
