import type {
  EncryptionConfiguration,
  EncryptionOption,
  WorkGroupConfiguration,
  WorkGroupConfigurationUpdates,
} from '@aws-sdk/client-athena';
import { notImplemented } from '../../toolkit/errors';
import type { Shape } from './api';
import { invalid } from './errors';

type Configuration = Shape<WorkGroupConfiguration>;

/** The least that a query may be allowed to scan, in bytes. Source: `BytesScannedCutoffValue` of the API. */
const leastCutoff = 10_000_000;

/** What queries run on. */
export const effectiveEngine = 'Athena engine version 3';

const encryptionOptions: readonly EncryptionOption[] = ['SSE_S3', 'SSE_KMS', 'CSE_KMS'];

/** Defaults of CreateWorkGroup. The console says otherwise of some; these are the API's. */
const defaults: Configuration = {
  EnforceWorkGroupConfiguration: true,
  PublishCloudWatchMetricsEnabled: true,
  RequesterPaysEnabled: false,
};

/** The configuration that a workgroup is made with. */
export const newConfiguration = (given: Configuration = {}): Configuration => checked({ ...defaults, ...given });

/** The configuration after UpdateWorkGroup: what is not mentioned stays, and `Remove…` takes a member away. */
export function updatedConfiguration(
  before: Configuration,
  updates: Shape<WorkGroupConfigurationUpdates>,
): Configuration {
  const { ResultConfigurationUpdates, ManagedQueryResultsConfigurationUpdates: managed, ...others } = updates;
  if (managed?.Enabled) throw notImplemented('athena', 'UpdateWorkGroup with managed query results');
  const result = ResultConfigurationUpdates && updated(before.ResultConfiguration ?? {}, ResultConfigurationUpdates);
  return checked({ ...updated(before, others), ...(result && { ResultConfiguration: result }) });
}

function updated<T extends object>(before: T, updates: object): T {
  const after = new Map(Object.entries(before));
  for (const [member, value] of Object.entries(updates)) {
    const [, removed] = /^Remove(\w+)$/.exec(member) ?? [];
    if (removed === undefined) after.set(member, value);
    else if (value === true) after.delete(removed);
  }
  return Object.fromEntries(after) as T;
}

function checked(configuration: Configuration): Configuration {
  const { BytesScannedCutoffPerQuery: cutoff, ResultConfiguration: result = {}, EngineVersion } = configuration;
  if (cutoff !== undefined && cutoff < leastCutoff)
    throw invalid(`BytesScannedCutoffPerQuery must be at least ${leastCutoff}.`);
  const { OutputLocation, EncryptionConfiguration: encryption, ExpectedBucketOwner: owner } = result;
  if (OutputLocation !== undefined && !/^s3:\/\/[a-z0-9][a-z0-9.-]+(\/|$)/.test(OutputLocation))
    throw invalid('outputLocation is not a valid S3 path.');
  if (owner !== undefined && !/^\d{12}$/.test(owner)) throw invalid('ExpectedBucketOwner must be an account id.');
  if (encryption) checkEncryption(encryption);
  return {
    ...configuration,
    EngineVersion: {
      SelectedEngineVersion: EngineVersion?.SelectedEngineVersion ?? 'AUTO',
      EffectiveEngineVersion: effectiveEngine,
    },
  };
}

function checkEncryption({ EncryptionOption: option, KmsKey }: Shape<EncryptionConfiguration>): void {
  if (option === undefined || !encryptionOptions.includes(option))
    throw invalid(`EncryptionOption ${option} is not valid.`);
  if (option !== 'SSE_S3' && !KmsKey) throw invalid(`KmsKey must be given for ${option}.`);
  if (option === 'SSE_S3' && KmsKey) throw invalid('KmsKey must not be given for SSE_S3.');
}
