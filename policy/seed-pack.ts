import type { LandingZone } from '../schema/landing-zone';
import type { ConformancePack } from './conformance-pack';

/** The role in each account that repairs the encryption of a bucket. */
export const bucketEncryptionRole = (zone: LandingZone): string => `${zone.name}-remediate-bucket-encryption`;

/** Name of the pack parameter with the keys that endpoints may use. */
const endpointKeys = 'SagemakerEndpointKmsKeyArns';

/** Buckets are encrypted; notebooks and endpoints of SageMaker are private and encrypted. */
export function seedPack(zone: LandingZone): ConformancePack {
  const keys = zone.services.config.sagemakerEndpointKmsKeyArns;
  return {
    name: `${zone.name}-ai-baseline`,
    parameters: keys.length > 0 ? { [endpointKeys]: keys.join(',') } : {},
    rules: [
      {
        name: 's3-bucket-encryption',
        description: 'Buckets encrypt what is stored in them',
        identifier: 'S3_BUCKET_SERVER_SIDE_ENCRYPTION_ENABLED',
        resourceTypes: ['AWS::S3::Bucket'],
        remediation: {
          document: 'AWS-EnableS3BucketEncryption',
          resourceParameter: 'BucketName',
          parameters: { SSEAlgorithm: 'AES256' },
          role: bucketEncryptionRole(zone),
          automatic: true,
        },
      },
      {
        name: 'sagemaker-notebook-no-direct-internet',
        description: 'Notebook instances have no direct internet access',
        identifier: 'SAGEMAKER_NOTEBOOK_NO_DIRECT_INTERNET_ACCESS',
      },
      {
        name: 'sagemaker-notebook-in-vpc',
        description: 'Notebook instances run in a VPC',
        identifier: 'SAGEMAKER_NOTEBOOK_INSTANCE_INSIDE_VPC',
        resourceTypes: ['AWS::SageMaker::NotebookInstance'],
      },
      {
        name: 'sagemaker-endpoint-kms-key',
        description: 'Endpoint configurations encrypt with a KMS key',
        identifier: 'SAGEMAKER_ENDPOINT_CONFIGURATION_KMS_KEY_CONFIGURED',
        parameters: keys.length > 0 ? { kmsKeyArns: endpointKeys } : undefined,
      },
    ],
  };
}
