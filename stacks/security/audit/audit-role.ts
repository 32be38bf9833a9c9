import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import type { Construct } from 'constructs';
import { policyDocument, type Statement } from '../../../policy/iam/statement';
import { names } from '../../../schema/facts/names';
import type { LandingZone } from '../../../schema/landing-zone';
import { LandingZoneStack } from '../../kernel/landing-zone-stack';
import { Part } from '../../kernel/part';
import { alwaysLookedAt, throughAthena, useAthena } from '../../parts/athena-use';
import { catalogReads } from '../../parts/catalog-reads';
import type { AuditResults } from './audit-results';

export interface AuditRoleProps {
  readonly trailBucket: string;
  readonly trailKeyArn: string;
  readonly results: AuditResults;
}

/** The role that alone reads the trails: through Athena and in the workgroup of the auditors. The settings say who may assume it. */
export class AuditRole extends Part {
  constructor(scope: Construct, id: string, props: AuditRoleProps) {
    super(scope, id);
    const { zone, here } = LandingZoneStack.of(this);
    const role = new IamRole(this, id, {
      ...here.home,
      name: names.audit(zone),
      description: 'Asks questions about the trails of every account',
      assumeRolePolicy: policyDocument([
        {
          Sid: 'Readers',
          Effect: 'Allow',
          Principal: { AWS: `arn:aws:iam::${here.id}:root` },
          Action: 'sts:AssumeRole',
          Condition: {
            ArnLike: {
              'aws:PrincipalArn': zone.audit.readers.map((name) => `arn:aws:iam::${here.id}:role/${name}`),
            },
          },
        },
      ]),
    });
    new IamRolePolicy(this, `${id}-policy`, {
      ...here.home,
      name: 'ask',
      role: role.name,
      policy: policyDocument([...askAthena(zone, here.id), ...readTrails(props), ...useResults(props.results)]),
    });
  }
}

function askAthena(zone: LandingZone, accountId: string): Statement[] {
  const place = `${zone.homeRegion}:${accountId}`;
  const database = names.auditDatabase(zone);
  return [
    ...useAthena(place, names.audit(zone)),
    {
      Sid: 'ReadCatalog',
      Effect: 'Allow',
      Action: [...catalogReads],
      Resource: ['catalog', alwaysLookedAt, `database/${database}`, `table/${database}/*`].map(
        (name) => `arn:aws:glue:${place}:${name}`,
      ),
    },
  ];
}

const readTrails = ({ trailBucket, trailKeyArn }: AuditRoleProps): Statement[] => [
  {
    Sid: 'ReadTrails',
    Effect: 'Allow',
    Action: ['s3:GetBucketLocation', 's3:GetObject', 's3:ListBucket'],
    Resource: [`arn:aws:s3:::${trailBucket}`, `arn:aws:s3:::${trailBucket}/*`],
    Condition: throughAthena,
  },
  { Sid: 'DecryptTrails', Effect: 'Allow', Action: 'kms:Decrypt', Resource: trailKeyArn, Condition: throughAthena },
];

const useResults = ({ bucketArn, keyArn }: AuditResults): Statement[] => [
  {
    Sid: 'FindResults',
    Effect: 'Allow',
    Action: ['s3:GetBucketLocation', 's3:ListBucket', 's3:ListBucketMultipartUploads'],
    Resource: bucketArn,
  },
  {
    Sid: 'KeepResults',
    Effect: 'Allow',
    Action: ['s3:AbortMultipartUpload', 's3:ListMultipartUploadParts', 's3:PutObject'],
    Resource: `${bucketArn}/*`,
    Condition: throughAthena,
  },
  { Sid: 'ReadResults', Effect: 'Allow', Action: 's3:GetObject', Resource: `${bucketArn}/*` },
  { Sid: 'EncryptResults', Effect: 'Allow', Action: ['kms:Decrypt', 'kms:GenerateDataKey'], Resource: keyArn },
];
