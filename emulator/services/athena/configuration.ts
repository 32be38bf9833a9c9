import type { Json } from '../../toolkit/untyped';
import { invalid } from './state';

/** The least that a query may be allowed to scan, in bytes. Source: `BytesScannedCutoffValue` of the API. */
const leastCutoff = 10_000_000;

/** Defaults of CreateWorkGroup. The console says otherwise of some; these are the API's. */
const defaults = {
  EnforceWorkGroupConfiguration: true,
  PublishCloudWatchMetricsEnabled: true,
  RequesterPaysEnabled: false,
};

/** The configuration that a workgroup is made with. */
export const newConfiguration = (given: Json = {}): Json => checked({ ...defaults, ...given });

/** The configuration after UpdateWorkGroup: what is not mentioned stays, and `Remove…` takes a member away. */
export function updatedConfiguration(before: Json, { ResultConfigurationUpdates, ...updates }: Json): Json {
  const result = ResultConfigurationUpdates && updated(before.ResultConfiguration ?? {}, ResultConfigurationUpdates);
  return checked({ ...updated(before, updates), ...(result && { ResultConfiguration: result }) });
}

function updated(before: Json, updates: Json): Json {
  const after = { ...before };
  for (const [member, value] of Object.entries(updates)) {
    const [, removed] = /^Remove(\w+)$/.exec(member) ?? [];
    if (removed === undefined) after[member] = value;
    else if (value === true) delete after[removed];
  }
  return after;
}

function checked(configuration: Json): Json {
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
      EffectiveEngineVersion: 'Athena engine version 3',
    },
  };
}

function checkEncryption({ EncryptionOption: option, KmsKey }: Json): void {
  if (!['SSE_S3', 'SSE_KMS', 'CSE_KMS'].includes(option)) throw invalid(`EncryptionOption ${option} is not valid.`);
  if (option !== 'SSE_S3' && !KmsKey) throw invalid(`KmsKey must be given for ${option}.`);
  if (option === 'SSE_S3' && KmsKey) throw invalid('KmsKey must not be given for SSE_S3.');
}
