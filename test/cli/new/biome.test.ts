import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { literal } from '../../../cli/new/literal';
import { runNew } from '../../support/new-file';

const root = join(__dirname, '../../..');

/** The text as biome leaves it, formatted and linted. */
function formatted(path: string, text: string): string {
  const { stdout, stderr, status } = spawnSync(
    join(root, 'node_modules/.bin/biome'),
    ['check', '--write', `--stdin-file-path=${path}`],
    { cwd: root, input: text, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

const long =
  'Orders the list of referrals for a nurse who reads every one of them and decides which patient comes first';
const purpose = 'Sorts what arrives';

describe('a file that was made', () => {
  it.each([
    [
      'account',
      [
        '--name',
        'b',
        '--email',
        'aws+b@example.com',
        '--ou',
        'Sandbox',
        '--owner',
        'b',
        '--purpose',
        purpose,
        '--ai',
        'public',
      ],
    ],
    [
      'model',
      [
        '--account',
        'models',
        '--group',
        'triage',
        '--risk-class',
        'high',
        '--owner',
        long,
        '--use',
        long,
        '--dpia',
        'https://example.com/d',
      ],
    ],
    [
      'control',
      [
        '--id',
        'own-a',
        '--title',
        "It's so",
        '--why',
        long,
        '--fix',
        'f',
        '--severity',
        'low',
        '--where',
        'aiAccounts',
        '--deny',
        's3:DeleteBucket',
        '--deny',
        'secretsmanager:CancelRotateSecret',
        '--satisfies',
        'soc-2:CC6.1',
      ],
    ],
    [
      'control',
      [
        '--id',
        'own-b',
        '--title',
        't',
        '--why',
        'w',
        '--fix',
        'f',
        '--severity',
        'low',
        '--where',
        'every account',
        '--rule',
        'ENCRYPTED_VOLUMES',
        '--satisfies',
        'soc-2:CC6.1',
      ],
    ],
  ] as const)('is written as biome formats it: %s', async (kind, args) => {
    const { written, stderr } = await runNew(kind, args);
    expect(stderr).toBe('');
    for (const [path, text] of Object.entries(written)) expect(text).toBe(formatted(path, text));
    expect(Object.keys(written)).toHaveLength(1);
  });

  it('is so whatever the length of its values', () => {
    for (const length of [76, 88, 89, 90, 91, 92, 103, 104, 105, 106, 107, 109, 110, 111, 112, 130]) {
      const text = `export default ${literal({
        text: 'x'.repeat(length),
        texts: 'x'.repeat(length),
        list: ['y'.repeat(length / 2), "z'".repeat(length / 5)],
        fields: { 'a-b': 'w'.repeat(length - 30), c: { d: 'v'.repeat(30) } },
        lists: [{ a: ['u'.repeat(length - 15)] }],
      })};\n`;
      expect(text).toBe(formatted('accounts/a.ts', text));
    }
  });
});
