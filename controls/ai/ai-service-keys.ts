import { defineControl, judged } from '../../schema/forms/control';
import { mayBeUsed } from '../shared/approved-services';
import { namesKey } from '../shared/mappings';
import { everyAccount } from '../where';

const detect = 'comprehend:StartEntitiesDetectionJob';
const transcribe = 'transcribe:StartTranscriptionJob';
const vectors = 's3vectors:CreateVectorBucket';
const [output, volume, model, subnets] = ['OutputKmsKey', 'VolumeKmsKey', 'ModelKmsKey', 'VpcSubnets'].map(
  (key) => `comprehend:${key}`,
) as [string, string, string, string];
const sse = 's3vectors:sseType';
const key = 'arn:aws:kms:eu-central-1:123456789012:key/1b9c8d7e-0000-4000-8000-a1b2c3d4e5f6';

/** What runs on instances, with a volume and perhaps in a VPC: jobs over events and personal data have neither. */
const onInstances = [
  'comprehend:CreateDocumentClassifier',
  'comprehend:CreateEntityRecognizer',
  'comprehend:CreateFlywheel',
  'comprehend:StartDocumentClassificationJob',
  'comprehend:StartDominantLanguageDetectionJob',
  detect,
  'comprehend:StartKeyPhrasesDetectionJob',
  'comprehend:StartSentimentDetectionJob',
  'comprehend:StartTargetedSentimentDetectionJob',
  'comprehend:StartTopicsDetectionJob',
];

const request = (
  when: string,
  action: string,
  context: Readonly<Record<string, string | readonly string[]>>,
  denied: boolean,
) => ({ when, action, context, denied });

const without = (name: string) => ({ Null: { [name]: 'true' } });

/**
 * AI services that have condition keys for keys, with what nobody may do without them. The others of the list have none: what they store is
 * looked at when one is approved.
 */
const deniedIn = {
  comprehend: [
    { Action: 'comprehend:Start*Job', Condition: without(output) },
    { Action: onInstances, Condition: without(volume) },
    { Action: onInstances, Condition: without(subnets) },
    {
      Action: [
        'comprehend:CreateDocumentClassifier',
        'comprehend:CreateEntityRecognizer',
        'comprehend:CreateFlywheel',
        'comprehend:ImportModel',
      ],
      Condition: without(model),
    },
  ],
  s3vectors: [
    { Action: vectors, Condition: without('s3vectors:kmsKeyArn') },
    // An index that names nothing has the encryption of its bucket.
    { Action: 's3vectors:CreateIndex', Condition: { StringEquals: { [sse]: 'AES256' } } },
  ],
  transcribe: [{ Action: 'transcribe:Start*Job', Condition: without('transcribe:OutputEncryptionKMSKeyId') }],
};

type WithKeys = keyof typeof deniedIn;

const withKeys = Object.keys(deniedIn) as readonly WithKeys[];

const promises = [
  {
    that: 'Nobody has Comprehend read documents without a key for what it finds',
    deny: { Action: detect, Condition: without(output) },
  },
  {
    that: 'Nobody trains a model of Comprehend outside a VPC',
    deny: {
      Action: ['comprehend:CreateDocumentClassifier', 'comprehend:CreateEntityRecognizer'],
      Condition: without(subnets),
    },
  },
  {
    that: 'No vectors are kept under the key of S3',
    deny: { Action: vectors, Condition: { StringEquals: { [sse]: 'AES256' } } },
    assuming: [{ that: 'S3 takes a key of KMS only where it is named', Condition: without('s3vectors:kmsKeyArn') }],
  },
  {
    that: 'No recording becomes a transcript without a key for it',
    deny: {
      Action: [transcribe, 'transcribe:StartCallAnalyticsJob', 'transcribe:StartMedicalTranscriptionJob'],
      Condition: without('transcribe:OutputEncryptionKMSKeyId'),
    },
  },
];

const examples = [
  request('a job names no key', detect, {}, true),
  request('a job names keys and no subnet', detect, { [output]: key, [volume]: key }, true),
  request(
    'a job names keys and subnets',
    detect,
    { [output]: key, [volume]: key, [subnets]: ['subnet-0a1b2c3d'] },
    false,
  ),
  request('a transcript has no key', transcribe, {}, true),
  request('a transcript has one', transcribe, { 'transcribe:OutputEncryptionKMSKeyId': key }, false),
  request('vectors are under the key of S3', vectors, { [sse]: 'AES256' }, true),
  request('vectors are under a key of ours', vectors, { [sse]: 'aws:kms', 's3vectors:kmsKeyArn': key }, false),
  request('an index steps down', 's3vectors:CreateIndex', { [sse]: 'AES256' }, true),
  request('a text is looked at and not stored', 'comprehend:DetectEntities', {}, false),
];

export default defineControl((settings) => {
  const used = withKeys.filter((name) => mayBeUsed(settings, name));
  // Where nobody may use any, the control is off, and shows what it would deny.
  const shown = used.length > 0 ? used : withKeys;
  const isShown = (action: string) => shown.some((name) => action.startsWith(`${name}:`));
  return {
    id: 'ai-service-keys',
    title: 'Comprehend, Transcribe and S3 Vectors store under keys of the company, and Comprehend works in its VPC',
    why: 'What a service takes from documents and calls, and the vectors of them, are as sensitive as what it read.',
    fix: 'Name a KMS key of the account for output, volume and model, and for Comprehend the subnets to work in.',
    severity: 'high',
    mode: used.length > 0 ? 'on' : 'off',
    reason: 'ai.approvedServices names none of its services',
    where: everyAccount,
    prevent: { scp: shown.flatMap((name) => [...deniedIn[name]]) },
    promises: promises.filter(({ deny: { Action } }) => [Action].flat().every(isShown)),
    satisfies: [...namesKey, judged('eu-ai-act', ['Art. 15']), judged('iso-42001', ['A.4.5', 'A.7.2'])],
    examples: examples.filter(({ action }) => isShown(action)),
  };
});
