import { isObject } from '../../toolkit/json';
import { at, deepTexts, type JudgedCall, text, texts } from '../judged-call';
import type { KeyReaders } from './key-reader';

const deep =
  (...names: readonly string[]) =>
  ({ input }: JudgedCall) =>
    deepTexts(input, names);

/** The first value at any depth, for a key of one value. */
const first =
  (...names: readonly string[]) =>
  (call: JudgedCall) =>
    deep(...names)(call)[0];

const path =
  (...names: readonly string[]) =>
  ({ input }: JudgedCall) =>
    texts(at(input, names))[0];

/** Operations whose `KmsKeyId` encrypts the volume. Source: SageMaker API Reference of each. */
const volumeKeyIsOwn = /^Create(NotebookInstance|Domain|EndpointConfig)$/;

const volumeKey = (call: JudgedCall): string | undefined =>
  first('VolumeKmsKeyId')(call) ?? (volumeKeyIsOwn.test(call.operation) ? text(call.input, 'KmsKeyId') : undefined);

/** The key of what a job writes: `KmsKeyId` of OutputDataConfig, TransformOutput, ProcessingOutputConfig, MonitoringOutputConfig … */
const outputKey = ({ input }: JudgedCall): string | undefined => outputs(input)[0];

function outputs(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(outputs);
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    /(Output|OutputConfig|OutputDataConfig)$/.test(name) && isObject(inner)
      ? [...texts(inner.KmsKeyId), ...outputs(inner)]
      : outputs(inner),
  );
}

/**
 * Keys of SageMaker, which are members of the request. Source: Service Authorization Reference, "Condition keys for Amazon SageMaker
 * AI"; Developer Guide, "SageMaker condition keys". A member that the request leaves out leaves its key out.
 */
export const sagemakerKeys: KeyReaders = {
  'sagemaker:AppNetworkAccessType': first('AppNetworkAccessType'),
  'sagemaker:DirectGatedModelAccess': directGatedModelAccess,
  'sagemaker:DirectInternetAccess': first('DirectInternetAccess'),
  'sagemaker:EnableRemoteDebug': first('EnableRemoteDebug'),
  'sagemaker:FeatureGroupEnableOnlineStore': path('OnlineStoreConfig', 'EnableOnlineStore'),
  'sagemaker:FeatureGroupOfflineStoreKmsKey': path('OfflineStoreConfig', 'S3StorageConfig', 'KmsKeyId'),
  'sagemaker:FeatureGroupOfflineStoreKmsKeyArn': path('OfflineStoreConfig', 'S3StorageConfig', 'KmsKeyId'),
  'sagemaker:FeatureGroupOfflineStoreS3Uri': path('OfflineStoreConfig', 'S3StorageConfig', 'S3Uri'),
  'sagemaker:FeatureGroupOnlineStoreKmsKey': path('OnlineStoreConfig', 'SecurityConfig', 'KmsKeyId'),
  'sagemaker:FeatureGroupOnlineStoreKmsKeyArn': path('OnlineStoreConfig', 'SecurityConfig', 'KmsKeyId'),
  'sagemaker:HomeEfsFileSystemKmsKey': first('HomeEfsFileSystemKmsKeyId'),
  'sagemaker:InstanceTypes': deep('InstanceType', 'InstanceTypes', 'DefaultInstanceType'),
  'sagemaker:InterContainerTrafficEncryption': first('EnableInterContainerTrafficEncryption'),
  'sagemaker:MinimumInstanceMetadataServiceVersion': first('MinimumInstanceMetadataServiceVersion'),
  'sagemaker:ModelApprovalStatus': first('ModelApprovalStatus'),
  'sagemaker:NetworkIsolation': first('EnableNetworkIsolation'),
  'sagemaker:OutputKmsKey': outputKey,
  'sagemaker:OutputKmsKeyArn': outputKey,
  'sagemaker:RemoteAccess': first('RemoteAccess'),
  'sagemaker:RootAccess': first('RootAccess'),
  'sagemaker:TaggingAction': ({ operation }) => operation,
  'sagemaker:VolumeKmsKey': volumeKey,
  'sagemaker:VolumeKmsKeyArn': volumeKey,
  'sagemaker:VpcSecurityGroupIds': deep('SecurityGroupIds', 'SecurityGroups'),
  'sagemaker:VpcSubnets': deep('Subnets', 'SubnetIds', 'SubnetId'),
  'sagemaker:WorkteamArn': first('WorkteamArn'),
  'sagemaker:WorkteamType': (call) =>
    /:workteam\/(public-crowd|private-crowd|vendor-crowd)\//.exec(first('WorkteamArn')(call) ?? '')?.[1],
};

/** A licence that is accepted without a hub means direct access (Developer Guide, "Access gated models": ModelAccessConfig). */
function directGatedModelAccess(call: JudgedCall): string | undefined {
  const accepted = first('AcceptEula')(call);
  if (accepted === undefined) return undefined;
  return String(accepted === 'true' && deep('HubContentArn')(call).length === 0);
}
