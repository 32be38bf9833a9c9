import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  ListParentsCommand,
  ListRootsCommand,
  MoveAccountCommand,
  OrganizationsClient,
} from '@aws-sdk/client-organizations';
import { releaseAdopted } from '../../rehearsal/adopted';

const organization = { to: 'aws_organizations_organization.organization', id: 'o-acme000000' };
const inUnit = { to: 'aws_organizations_account.account-acquired', id: '222233334444' };
const inRoot = { to: 'aws_organizations_account.account-old', id: '333344445555' };

describe('what was adopted, before the rest is destroyed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'landing-zone-adopted-'));
  const file = join(folder, 'cdk.tf.json');
  const moves: unknown[] = [];

  beforeEach(() => {
    moves.length = 0;
    jest.spyOn(OrganizationsClient.prototype, 'send').mockImplementation(async (command: unknown) => {
      if (command instanceof ListRootsCommand) return { Roots: [{ Id: 'r-1111' }] };
      if (command instanceof ListParentsCommand)
        return { Parents: [{ Id: command.input.ChildId === inRoot.id ? 'r-1111' : 'ou-1111-sandbox0' }] };
      if (command instanceof MoveAccountCommand) return moves.push(command.input);
      throw new Error('an unexpected call');
    });
  });
  afterEach(() => jest.restoreAllMocks());
  afterAll(() => rmSync(folder, { recursive: true }));

  /** What Terraform was told to forget, of a stack with these import blocks and these addresses in its state. */
  async function release(imports: readonly object[] | undefined, known: readonly string[]) {
    const forgotten: string[] = [];
    writeFileSync(file, JSON.stringify({ import: imports, resource: { aws_sns_topic: {} } }));
    const terraform = {
      tryIdOf: (address: string) => (known.includes(address) ? 'an id' : undefined),
      forget: async (address: string) => {
        forgotten.push(address);
        return { code: 0, output: '' };
      },
    };
    await releaseAdopted(terraform, { directory: folder }, { AWS_DEFAULT_REGION: 'us-east-1' });
    return forgotten;
  }
  const imports = [organization, inUnit, inRoot];
  const known = imports.map(({ to }) => to);

  it('leaves the state, and is not imported again', async () => {
    expect(await release(imports, known)).toEqual(known);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ resource: { aws_sns_topic: {} } });
  });

  it('goes back to the root where it is an account in an OU', async () => {
    await release(imports, known);
    expect(moves).toEqual([
      { AccountId: inUnit.id, SourceParentId: 'ou-1111-sandbox0', DestinationParentId: 'r-1111' },
    ]);
  });

  it.each([
    ['a stack that adopts nothing', undefined],
    ['a stack that was not deployed', imports],
  ])('is nothing in %s, which AWS is not asked about', async (_what, written) => {
    expect(await release(written, [])).toEqual([]);
    expect(OrganizationsClient.prototype.send).not.toHaveBeenCalled();
  });
});
