import { spawnSync } from 'node:child_process';
import { type EmulatedAws, startEmulatedAws } from '../../emulator/emulated-aws';
import { AwsError } from '../../emulator/toolkit/errors';
import { tryElement } from '../../emulator/toolkit/xml';
import { answerComplaints, refusalComplaints } from '../support/model-complaints';
import { ask } from '../support/model-requests';
import { readXmlAnswer } from '../support/model-xml';
import { describeWitnessed, modelOf, type ServiceModel } from '../support/service-models';
import { knownVersions, unansweredOf } from './unanswered-reads';

const hasMoto = !spawnSync('moto_server', ['--help']).error;
if (!hasMoto) process.stderr.write('skipped: read operations: there is no moto_server\n');
const versions = spawnSync('python3', ['-c', 'import botocore, moto; print(botocore.__version__, moto.__version__)'], {
  encoding: 'utf8',
}).stdout?.trim();
const isKnown = versions === knownVersions;
if (!isKnown)
  process.stderr.write(`of botocore and moto ${versions} nobody has said which reads they leave unanswered\n`);
const witnessed = hasMoto ? describeWitnessed : describe.skip;

/** Every service that a landing zone touches, by the name of its model. */
const services = [
  ...['accessanalyzer', 'account', 'athena', 'bedrock', 'bedrock-agent', 'bedrock-agentcore-control', 'budgets', 'ce'],
  ...['chatbot', 'cloudformation', 'cloudtrail', 'cloudwatch', 'config', 'dynamodb', 'ec2', 'ecr', 'events', 'glue'],
  ...['guardduty', 'iam', 'inspector2', 'kms', 'lakeformation', 'lambda', 'logs', 'macie2', 'organizations', 'ram'],
  ...['resourcegroupstaggingapi', 's3', 'sagemaker', 'secretsmanager', 'securityhub', 'service-quotas', 'sns', 'sqs'],
  ...['ssm', 'sts'],
];

/**
 * Reads that can be asked with nothing: a stranger's first questions. Where directory buckets are listed is not S3, whatever the model
 * says: such requests are signed for `s3express`.
 */
const readsOf = ({ operations, shapes }: ServiceModel): readonly string[] =>
  Object.entries(operations).flatMap(([name, { input }]) =>
    /^(BatchGet|Describe|Get|List|Lookup|Search)/.test(name) &&
    name !== 'ListDirectoryBuckets' &&
    !shapes[input?.shape ?? '']?.required?.length
      ? [name]
      : [],
  );

/** What moto knows of EC2's offers is newer than the model, and of platforms AWS writes one in small letters. */
const ofOtherDate = /\.(InstanceType is never '\w+[.-]|Platform is never 'windows')/;

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
    const inXml = ['ec2', 'query', 'rest-xml'].includes(model.metadata.protocol);
    if (status < 300)
      return answerComplaints(model, operation, inXml ? readXmlAnswer(model, operation, body) : JSON.parse(body));
    const code = inXml ? tryElement(body, 'Code') : JSON.parse(body).__type;
    return refusalComplaints(model, operation, new AwsError(String(code), '', status));
  }

  it.each(services)(
    'of %s is answered as its model says, or is known not to be',
    async (service) => {
      const found: string[] = [];
      for (const operation of readsOf(modelOf(service)))
        for (const complaint of await complaintsAbout(service, operation)) found.push(`${operation} ${complaint}`);
      const wrong = found.filter((complaint) => !complaint.endsWith(' 501') && !ofOtherDate.test(complaint));
      expect(wrong).toEqual([]);
      const refused = found.filter((complaint) => complaint.endsWith(' 501')).sort();
      if (isKnown) expect(refused).toEqual(unansweredOf(service).map((operation) => `${operation} 501`));
    },
    60_000,
  );
});

describe('an answer in XML', () => {
  const model: ServiceModel = {
    metadata: { protocol: 'query', apiVersion: '', endpointPrefix: '' },
    operations: {
      ListRules: {
        http: { method: 'POST', requestUri: '/' },
        output: { shape: 'Rules', resultWrapper: 'ListRulesResult' },
      },
    },
    shapes: {
      Rules: {
        type: 'structure',
        members: { Rules: { shape: 'List' }, Tags: { shape: 'Tags' }, More: { shape: 'Flag' } },
      },
      List: { type: 'list', member: { shape: 'Rule' } },
      Rule: { type: 'structure', required: ['Name'], members: { Name: { shape: 'Text' }, Size: { shape: 'Count' } } },
      Tags: { type: 'map', key: { shape: 'Text' }, value: { shape: 'Text' } },
      Text: { type: 'string' },
      Count: { type: 'integer' },
      Flag: { type: 'boolean' },
    },
  };
  const read = (inner: string) =>
    readXmlAnswer(
      model,
      'ListRules',
      `<ListRulesResponse><ListRulesResult>${inner}</ListRulesResult></ListRulesResponse>`,
    );
  const rule = (inner: string) => `<Rules><member>${inner}</member></Rules>`;

  it('is read as its model says', () => {
    const tags = '<Tags><entry><key>a</key><value>b</value></entry></Tags>';
    expect(read(`${rule('<Name>1</Name><Size>1</Size>')}${tags}<More>false</More>`)).toEqual({
      Rules: [{ Name: '1', Size: 1 }],
      Tags: { a: 'b' },
      More: false,
    });
    expect(read('<Rules/>')).toEqual({ Rules: [] });
  });

  it.each([
    ['<Others/>', '.Others is unknown'],
    [rule('<Size>1</Size>'), '.Rules[].Name is missing'],
    [rule('<Name>a</Name><Size>x</Size>'), '.Rules[].Size is no integer: "x"'],
    ['<More>yes</More>', '.More is no boolean: "yes"'],
  ])('is wrong with %s', (inner, complaint) => {
    expect(answerComplaints(model, 'ListRules', read(inner))).toEqual([complaint]);
  });
});
