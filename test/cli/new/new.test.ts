import { newControl } from '../../../cli/control/new-control';
import { consequencesOf } from '../../../cli/new/consequences';
import { parsed } from '../../../cli/new/parsed';
import * as where from '../../../controls/where';
import { placeNames } from '../../../schema/forms/places';
import { exported, runNew } from '../../support/new-file';

const research = [
  ...['--name', 'research', '--email', 'aws+research@example.com', '--ou', 'Sandbox', '--owner', 'research'],
  ...['--purpose', 'tries new models'],
];
const rotation = [
  ...[
    '--id',
    'own-rotation',
    '--title',
    'Secrets rotate',
    '--why',
    "It's old",
    '--fix',
    'Let it',
    '--severity',
    'high',
  ],
  ...['--where', 'every account', '--satisfies', 'soc-2:CC6.1', '--satisfies', 'soc-2:CC6.2'],
];

describe('account new', () => {
  it('writes the file of an account that AWS makes, and says what comes next', async () => {
    const { code, written, stdout } = await runNew('account', [...research, '--ai', 'internal']);
    expect(code).toBe(0);
    expect(Object.keys(written)).toEqual(['accounts/research.ts']);
    const text = written['accounts/research.ts'] ?? '';
    expect(text).toMatch(
      /^import .*\n\n\/\*\* Tries new models\. \*\/\nexport default defineAccount\(\{\n {2}name: 'research',/,
    );
    expect(exported(text)).toEqual({
      name: 'research',
      email: 'aws+research@example.com',
      ou: 'Sandbox',
      owner: 'research',
      ai: { dataClassification: 'internal', bedrock: {} },
    });
    expect(stdout).toContain('+ /** Tries new models. */');
    expect(stdout).toContain('Everything changes.');
    expect(stdout).toMatch(/accounts\/research\.ts is written\. Next:\n {2}npm run synth[\s\S]*npx landing-zone lock/);
    expect(stdout).toContain('npx cdktf deploy management');
  });

  it('takes an account that is there already by its id: in the organization, or outside of it', async () => {
    const adopted = await runNew('account', [...research, '--id', '777788889999']);
    expect(exported(adopted.written['accounts/research.ts'] ?? '')).toMatchObject({
      origin: 'adopted',
      id: '777788889999',
    });
    expect(adopted.stdout).toContain('imports it, and destroys or replaces nothing');
    const outside = research.filter((each) => each !== '--ou' && each !== 'Sandbox');
    const external = await runNew('account', [...outside, '--id', '777788889999', '--origin', 'external']);
    expect(exported(external.written['accounts/research.ts'] ?? '')).toMatchObject({
      origin: 'external',
      id: '777788889999',
    });
  });

  it('names everything that is missing or wrong at once where there is no terminal, and writes nothing', async () => {
    const { code, stderr, written } = await runNew('account', [
      '--name',
      'Research',
      '--ou',
      'Sandbocks',
      '--origin',
      'vended',
    ]);
    expect([code, written]).toEqual([1, {}]);
    expect(stderr).toMatch(/^The request has 6 problems;/);
    for (const option of ['name', 'purpose', 'origin', 'email', 'ou', 'owner'])
      expect(stderr).toContain(`--${option} is`);
    expect(stderr).toContain("did you mean 'Sandbox'?");
  });

  it('asks on a terminal for what is missing, again where an answer is wrong, and takes choices by number', async () => {
    const typed = ['Tries new models', '', 'nowhere', 'aws+research@example.com', '1', '', 'research', '', 'y'];
    const { code, written, asked, stderr, left, stdout } = await runNew('account', ['--name', 'research'], { typed });
    expect([code, left]).toEqual([0, []]);
    expect(asked.filter((prompt) => prompt.startsWith('Address'))).toHaveLength(2);
    expect(stderr).toContain('must be an e-mail address');
    expect(stderr).toContain('Team that answers for it: an answer is needed');
    expect(stderr).toContain('Everything changes.');
    expect(exported(written['accounts/research.ts'] ?? '')).toMatchObject({ ou: 'Sandbox', owner: 'research' });
    expect(stdout).toMatch(/^accounts\/research\.ts is written/);
  });

  it('writes nothing where the person says no, for a dry run, or where the file is there', async () => {
    const no = await runNew('account', research, { typed: ['', '', 'n'] });
    expect([no.code, no.written]).toEqual([0, {}]);
    expect(no.stdout).toBe('accounts/research.ts is not written.\n');
    const dry = await runNew('account', [...research, '--dry-run', '--json']);
    expect(dry.written).toEqual({});
    expect(JSON.parse(dry.stdout)).toMatchObject({ file: 'accounts/research.ts', written: false, stacks: [] });
    const there = await runNew('account', research, { exists: () => true });
    expect([there.code, there.written]).toEqual([1, {}]);
    expect(there.stderr).toContain('accounts/research.ts is there already');
  });

  it('writes nothing that synth would refuse', async () => {
    const taken = research.map((each) => (each === 'aws+research@example.com' ? 'aws+models@example.com' : each));
    const { code, stderr, written } = await runNew('account', taken);
    expect([code, written]).toEqual([1, {}]);
    expect(stderr).toMatch(/The landing zone has 1 problem; nothing was written\.[\s\S]*accounts\/research\.ts/);
  });

  it('shows what synth would write differently', async () => {
    const { stdout } = await runNew('account', [...research, '--dry-run'], { consequences: consequencesOf });
    expect(stdout).toMatch(/account-research\n {2}is a new stack with \d+ resources/);
    expect(stdout).toContain('+ aws_organizations_account.account-research');
    expect(stdout).toContain('# Review');
    expect(stdout).toContain('| account-research (added) |');
  });
});

describe('model new', () => {
  it('writes a draft for a group, with the words and the risk class of the group', async () => {
    const args = ['--account', 'models', '--owner', 'Patient intake', '--use', 'Orders a list', '--group', 'triage'];
    const { stderr, written } = await runNew('model', [...args, '--dpia', 'https://example.com/dpia']);
    expect(stderr).toBe('');
    expect(exported(written['models/triage.ts'] ?? '')).toMatchObject({
      name: 'triage',
      account: 'models',
      status: 'Draft',
      group: 'triage',
      governance: { euAiActClass: 'high', intendedUse: 'Orders a list', dpia: 'https://example.com/dpia' },
      content: { intended_uses: { risk_rating: 'High' } },
    });
  });

  it('offers accounts with models and their groups, and wants an assessment of a high risk only', async () => {
    const args = ['--account', 'sandbox', '--name', 'a', '--purpose', 'p', '--owner', 'o', '--use', 'u'];
    const none = await runNew('model', [...args, '--risk-class', 'minimal', '--dpia', 'https://example.com/dpia']);
    expect(none.stderr).toContain('--account is "sandbox"');
    expect(none.stderr).toContain('use one of: models');
    expect(none.stderr).toContain('--dpia is "https://example.com/dpia"\n  rule: has no meaning');
    const high = await runNew('model', [...args, '--risk-class', 'high']);
    expect(high.stderr).toContain('--dpia is nothing');
  });
});

describe('control new', () => {
  it('writes a control that prevents, with a promise and a request on either side', async () => {
    const { stderr, stdout, written } = await runNew('control', [
      ...rotation,
      '--deny',
      'secretsmanager:CancelRotateSecret',
    ]);
    expect(stderr).toBe('');
    const text = written['controls/own/own-rotation.ts'] ?? '';
    expect(text).toContain("\n\nconst cancelRotateSecret = 'secretsmanager:CancelRotateSecret';\n\n");
    expect(exported(text)).toEqual({
      id: 'own-rotation',
      title: 'Secrets rotate',
      why: "It's old",
      fix: 'Let it',
      severity: 'high',
      where: 'every account',
      prevent: { scp: [{ Action: 'secretsmanager:CancelRotateSecret' }], exempt: ['deployRole'] },
      promises: [
        { that: 'Secrets rotate', deny: { Action: 'secretsmanager:CancelRotateSecret' }, exempt: ['deployRole'] },
      ],
      satisfies: [{ framework: 'soc-2', requirements: ['CC6.1', 'CC6.2'], basis: 'our judgement' }],
      examples: [
        { when: 'somebody calls CancelRotateSecret', action: 'secretsmanager:CancelRotateSecret', denied: true },
        {
          when: 'the deploy role does',
          action: 'secretsmanager:CancelRotateSecret',
          principal: 'deployRole',
          denied: false,
        },
      ],
    });
    expect(stdout).toContain('in prevent.scp and in promises, the Condition');
    expect(stdout).toContain('npx landing-zone prove');
  });

  it('tells operations of the same name apart', async () => {
    const args = [...rotation, '--deny', 'bedrock-agentcore:TagResource', '--deny', 's3:TagResource'];
    const text = (await runNew('control', args)).written['controls/own/own-rotation.ts'] ?? '';
    expect(text).toContain("const bedrockAgentcoreTagResource = 'bedrock-agentcore:TagResource';");
    expect(text).toContain("const s3TagResource = 's3:TagResource';");
    expect(exported(text)).toMatchObject({
      prevent: { scp: [{ Action: ['bedrock-agentcore:TagResource', 's3:TagResource'] }] },
    });
  });

  it('refuses an action that is written twice, in whatever letters', async () => {
    for (const again of ['s3:DeleteBucket', 's3:deletebucket']) {
      const args = [...rotation, '--deny', 's3:DeleteBucket', '--deny', again];
      const { code, stderr, written } = await runNew('control', args);
      expect([code, written]).toEqual([1, {}]);
      expect(stderr).toContain(`--deny is "${again}"\n  rule: is written more than once`);
    }
    const typed = ['s3:DeleteBucket, s3:DeleteBucket', 's3:DeleteBucket', '', '', ''];
    const { left, stderr } = await runNew('control', rotation, { typed });
    expect(stderr).toContain('is written more than once: write --deny s3:DeleteBucket once');
    expect(left).toEqual([]);
  });

  it.each([
    [
      ['s3:DeleteBucket', 'xyz:DeleteBucket'],
      ['s3DeleteBucket', 'xyzDeleteBucket'],
    ],
    [
      ['s3:DeleteBucket', 'xyz:deleteBucket'],
      ['s3DeleteBucket', 'xyzdeleteBucket'],
    ],
    [
      ['s3:TagResource', 'a:TagResource', 'b:S3TagResource'],
      ['s3TagResource2', 'aTagResource', 's3TagResource'],
    ],
    [
      ['a-b:TagResource', 'ab:TagResource', 'x:Delete'],
      ['aBTagResource', 'abTagResource', 'xDelete'],
    ],
  ])('calls %p so that no two clash, and none is a word of the language', (denied, expected) => {
    const { text } = newControl.make(
      {
        id: ['a'],
        title: ['T'],
        why: ['W'],
        fix: ['F'],
        severity: ['high'],
        where: ['every account'],
        exempt: ['deployRole'],
        deny: denied,
      },
      {} as never,
    );
    const names = [...text.matchAll(/^const (\w+) =/gm)].map(([, name]) => name);
    expect(new Set(names).size).toBe(denied.length);
    expect(names).toEqual(expected);
    expect(parsed('a.ts', text)).toBe(text);
  });

  it('writes nothing that cannot be parsed', () => {
    expect(() => parsed('controls/own/a.ts', 'const a = 1;\nconst a = 1;\n\nexport default f({});\n')).toThrow(
      /^controls\/own\/a\.ts was not written: .*already been declared/,
    );
  });

  it('writes a control that detects, and says which lines are left to write', async () => {
    const { stderr, stdout, written } = await runNew('control', [...rotation, '--rule', 'ENCRYPTED_VOLUMES']);
    expect(stderr).toBe('');
    const control = exported(written['controls/own/own-rotation.ts'] ?? '');
    expect(control).toMatchObject({ detect: { managed: 'ENCRYPTED_VOLUMES' } });
    expect(control).not.toHaveProperty('prevent');
    expect(stdout).toContain('controls/own/own-rotation.ts: in examples, by what somebody tells');
    expect(stdout).not.toContain('npx landing-zone prove');
  });

  it('needs an action or a rule, and requirements as their framework writes them', async () => {
    const { stderr } = await runNew('control', [...rotation, '--satisfies', 'soc-3:CC1']);
    expect(stderr).toContain('--rule is nothing');
    expect(stderr).toContain('--satisfies is "soc-3:CC1"\n  rule: must be framework:requirement');
    const exempting = await runNew('control', [...rotation, '--rule', 'ENCRYPTED_VOLUMES', '--exempt', 'deployRole']);
    expect(exempting.stderr).toContain('--exempt is "deployRole"\n  rule: has no meaning beside the other options');
  });

  it('takes several actions between commas on a terminal', async () => {
    const typed = ['s3:DeleteBucket, s3:PutBucketPolicy', 'breakGlass', '', 'yes'];
    const { written, asked } = await runNew('control', rotation, { typed });
    expect(asked).toHaveLength(4);
    expect(exported(written['controls/own/own-rotation.ts'] ?? '')).toMatchObject({
      prevent: { scp: [{ Action: ['s3:DeleteBucket', 's3:PutBucketPolicy'] }], exempt: ['breakGlass'] },
    });
  });

  it('calls places as controls/where.ts does', () => {
    for (const place of placeNames) expect(where).toHaveProperty(place, { place });
    expect(where.everyAccount).toBe('every account');
  });
});

describe('on a terminal, an option that hangs on a question that was not asked yet', () => {
  it('is taken where the answer gives it a meaning', async () => {
    const group = await runNew(
      'model',
      ['--group', 'triage', '--owner', 'o', '--use', 'u', '--dpia', 'https://example.com/dpia'],
      {
        typed: ['models', '', '', '', ''],
      },
    );
    expect(group.stderr).not.toContain('problem');
    expect(exported(group.written['models/triage.ts'] ?? '')).toMatchObject({
      group: 'triage',
      governance: { dpia: 'https://example.com/dpia' },
    });
    const outside = research.filter((each) => each !== '--ou' && each !== 'Sandbox');
    const origin = await runNew('account', [...outside, '--origin', 'external'], { typed: ['777788889999', '', ''] });
    expect(exported(origin.written['accounts/research.ts'] ?? '')).toMatchObject({ origin: 'external' });
    const exempt = await runNew('control', [...rotation, '--exempt', 'breakGlass'], {
      typed: ['s3:DeleteBucket', '', ''],
    });
    expect(exported(exempt.written['controls/own/own-rotation.ts'] ?? '')).toMatchObject({
      prevent: { exempt: ['breakGlass'] },
    });
  });

  it('is refused where the answer leaves it without one, and nothing is written', async () => {
    const typed = ['', 'ENCRYPTED_VOLUMES'];
    const { code, stderr, written } = await runNew('control', [...rotation, '--exempt', 'deployRole'], { typed });
    expect([code, written]).toEqual([1, {}]);
    expect(stderr).toContain('--exempt is "deployRole"\n  rule: has no meaning beside the other options');
  });

  it('is asked for anew where the answer shows it to be wrong, and refused before any question where it is wrong anyhow', async () => {
    const args = ['--group', 'nowhere', '--owner', 'o', '--use', 'u', '--dpia', 'https://example.com/dpia'];
    const { stderr, written } = await runNew('model', args, { typed: ['models', 'triage', '', '', '', ''] });
    expect(stderr).toContain('--group nowhere: ');
    expect(Object.keys(written)).toEqual(['models/triage.ts']);
    const anyhow = await runNew('account', ['--name', 'Research', '--ou', 'Sandbocks'], { typed: [] });
    expect([anyhow.code, anyhow.asked]).toEqual([1, []]);
    for (const option of ['name', 'ou']) expect(anyhow.stderr).toContain(`--${option} is`);
  });
});
