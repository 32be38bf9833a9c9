import { spawnSync } from 'node:child_process';
import { type EmulatedAws, startEmulatedAws } from '../../emulator/emulated-aws';
import { AwsError } from '../../emulator/toolkit/errors';
import { answerComplaints, refusalComplaints } from '../support/model-complaints';
import { ask } from '../support/model-requests';
import { type ServiceModel, tryServiceModels } from '../support/service-models';
import { unansweredOf } from './unanswered-reads';

const models = tryServiceModels();
const hasMoto = !spawnSync('moto_server', ['--help']).error;
if (!models || !hasMoto) process.stderr.write('skipped: read operations: there is no botocore or no moto_server\n');
const witnessed = models && hasMoto ? describe : describe.skip;

function modelOf(service: string): ServiceModel {
  if (!models) throw new Error('the suite is skipped without models');
  return models(service);
}

/** Every service that a landing zone touches, by the name of its model. */
const services = [
  ...['accessanalyzer', 'account', 'athena', 'bedrock', 'bedrock-agent', 'bedrock-agentcore-control', 'budgets', 'ce'],
  ...['chatbot', 'cloudformation', 'cloudtrail', 'cloudwatch', 'config', 'dynamodb', 'ec2', 'ecr', 'events', 'glue'],
  ...['guardduty', 'iam', 'inspector2', 'kms', 'lakeformation', 'lambda', 'logs', 'macie2', 'organizations', 'ram'],
  ...['resourcegroupstaggingapi', 's3', 'sagemaker', 'secretsmanager', 'securityhub', 'service-quotas', 'sns', 'sqs'],
  ...['ssm', 'sts'],
];

/** Reads that can be asked with nothing: a stranger's first questions. */
const readsOf = ({ operations, shapes }: ServiceModel): readonly string[] =>
  Object.entries(operations).flatMap(([name, { input }]) =>
    /^(BatchGet|Describe|Get|List|Lookup|Search)/.test(name) && !shapes[input?.shape ?? '']?.required?.length
      ? [name]
      : [],
  );

witnessed('each read operation that needs no input', () => {
  let aws: EmulatedAws;
  const destination = () => ({ port: aws.port, accessKey: aws.accessKey, region: 'eu-central-1' });
  beforeAll(async () => {
    aws = await startEmulatedAws({});
    // What is off refuses every question alike.
    for (const [service, operation] of [
      ['organizations', 'CreateOrganization'],
      ['securityhub', 'EnableSecurityHub'],
      ['macie2', 'EnableMacie'],
    ] as const)
      expect((await ask(modelOf(service), operation, destination())).status).toBe(200);
  }, 30_000);
  afterAll(() => aws.close());

  /** What is wrong with the answer; 501 is a complaint of its own. */
  async function complaintsAbout(service: string, operation: string): Promise<readonly string[]> {
    const model = modelOf(service);
    const { status, body } = await ask(model, operation, destination());
    if (status >= 500) return [`${status}`];
    if (!/json|cbor/.test(model.metadata.protocol)) return body.startsWith('<') ? [] : [`no XML: ${body}`];
    const answer = JSON.parse(body);
    return status < 300
      ? answerComplaints(model, operation, answer)
      : refusalComplaints(model, operation, new AwsError(String(answer.__type), '', status));
  }

  it.each(services)(
    'of %s is answered as its model says, or is known not to be',
    async (service) => {
      const found: string[] = [];
      for (const operation of readsOf(modelOf(service)))
        for (const complaint of await complaintsAbout(service, operation)) found.push(`${operation} ${complaint}`);
      expect(found.sort()).toEqual(unansweredOf(service).map((operation) => `${operation} 501`));
    },
    60_000,
  );
});
