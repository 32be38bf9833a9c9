const key = 'sagemaker:VolumeKmsKeyArn';
const types = 'sagemaker:InstanceTypes';

/**
 * A request for volumes that has no key though it could have one: AWS refuses a key where an instance type has local
 * storage (SageMaker API, `VolumeKmsKeyId` and `KmsKeyId`), which a module of the instance encrypts. Types: EC2 User
 * Guide, instance store volumes.
 */
export const volumeWithoutKey = {
  // `ForAllValues` is true of no types at all; the second Null test leaves serverless requests alone.
  Null: { [key]: 'true', [types]: 'false' },
  'ForAllValues:StringNotLike': {
    [types]: [
      'ml.*d.*',
      'ml.*dn.*',
      'ml.*de.*',
      'ml.g5.*',
      'ml.g6*',
      'ml.g7*',
      'ml.gr6*',
      'ml.p5*',
      'ml.p6*',
      'ml.trn*',
    ],
  },
};
