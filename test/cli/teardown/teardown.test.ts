import { PassThrough } from 'node:stream';
import { OrganizationsClient } from '@aws-sdk/client-organizations';
import { teardown } from '../../../cli/teardown';
import { askForName } from '../../../cli/teardown/confirm';
import { run } from '../../../cli/teardown/run';
import type { LandingZone } from '../../../schema/landing-zone';
import { FakeLiveAws } from '../../support/fake-live-aws';
import { runCli } from '../../support/run-cli';
import { smallZone } from '../../support/synth';

const nobody = { input: new PassThrough(), output: new PassThrough() };

describe('landing-zone teardown', () => {
  const umask = process.umask();
  afterEach(() => process.umask(umask));

  /** Runs it where it must not come further than to the settings. */
  const tearing = (zone: LandingZone, ...args: readonly string[]) =>
    runCli(
      {
        ...teardown,
        run: (options, context) =>
          run(options, context, {
            asking: nobody,
            preparing: async () => ({
              ...{ zone, all: [], outdir: '/nowhere' },
              engine: { name: 'terraform', program: '/nowhere/terraform', registry: '', version: '' },
            }),
            connect: () => new FakeLiveAws(() => new Error('nobody is asked')),
            organizations: () => new OrganizationsClient({}),
          }),
      },
      args,
    );

  it('is refused while protection is on, with what to write', async () => {
    const { code, stderr } = await tearing(smallZone(), '--apply', '--organization', 'acme-ai');
    expect(code).toBe(1);
    expect(stderr).toContain('accounts/landing-zone.ts: protection is "on"');
    expect(stderr).toContain("write protection: 'off'");
  });

  it('is refused under another name, together with what else is wrong', async () => {
    const { code, stderr } = await tearing(smallZone(), '--apply', '--organization', 'acme');
    expect(code).toBe(1);
    expect(stderr).toContain('The request has 2 problems; nothing was done');
    expect(stderr).toContain('--organization is "acme"');
  });

  it('is refused where nobody can type the name and none is written', async () => {
    const { code, stderr } = await tearing({ ...smallZone(), protection: 'off' }, '--apply');
    expect(code).toBe(1);
    expect(stderr).toContain('is needed where nobody can be asked');
  });

  it('is refused where a name is written and nothing is to be done', async () => {
    const { code, stderr } = await tearing(smallZone(), '--organization', 'acme-ai');
    expect(code).toBe(1);
    expect(stderr).toContain('leave it out, or write --apply');
  });
});

describe('the question for the name', () => {
  const asked = (answer: string): Promise<boolean> => {
    const input = Object.assign(new PassThrough(), { isTTY: true });
    const output = Object.assign(new PassThrough(), { isTTY: true });
    output.on('data', (data) => {
      if (String(data).includes('Type the name')) input.write(answer);
    });
    return askForName('shown', 'acme-ai', { input, output });
  };

  it.each([
    ['the name', 'acme-ai\n', true],
    ['another name', 'acme\n', false],
    ['yes', 'yes\n', false],
    ['nothing', '\n', false],
    ['Ctrl-C', '\x03', false],
    ['Ctrl-D', '\x04', false],
  ])('is answered by %s', async (_, answer, expected) => expect(await asked(answer)).toBe(expected));
});
