import { type CommandGroup, defineCommand } from '../../../cli/kit/command';
import { optionProblem } from '../../../cli/kit/invalid-request';
import { day, flag, oneOf, share, text, texts, wholeNumber, wholeNumbers } from '../../../cli/kit/option';
import { runCli, runGroup } from '../../support/run-cli';

const greet = defineCommand({
  name: 'greet',
  summary: 'Greets somebody.',
  description: 'Politely.',
  options: {
    name: text({ value: 'NAME', describe: 'whom to greet' }),
    also: texts({ value: 'NAME', describe: 'whom else' }),
    on: day({ value: 'DAY', describe: 'when' }),
    times: wholeNumber({ from: 1, to: 3 }, 1, { value: 'N', describe: 'how often' }),
    'half-heart': share({ value: 'SHARE', describe: 'how coolly' }),
    style: oneOf(['warm', 'cold'], 'warm', { value: 'STYLE', describe: 'how' }),
    ages: wholeNumbers([1, 2], { value: 'LIST', describe: 'ages' }),
    loud: flag('in capitals'),
  },
  no: 'nobody is there',
  examples: ['greet --name Ada'],
  run: async (options, { note, live }) => {
    live('looking for them');
    note('found them');
    if (options.name === 'Nobody') return { text: 'No.', json: { greeted: false }, no: true };
    if (options.name === 'Trouble') throw new Error('the door is closed\n  fix:  open it');
    return { text: `Hello ${options.name ?? 'all'}`, json: options };
  },
});

const fallbacks = {
  also: [],
  times: 1,
  'half-heart': 0,
  style: 'warm',
  ages: [1, 2],
  loud: false,
};

describe('a command', () => {
  it('is given its options as what they mean, and those that were left out as their defaults', async () => {
    expect(JSON.parse((await runCli(greet, ['--json'])).stdout)).toEqual(fallbacks);
    const args = ['--name', 'Ada', '--also', 'Bo', '--also', 'Cy', '--on', '2028-02-29', '--times', '3'];
    const more = ['--half-heart', '0.5', '--style', 'cold', '--ages', '7,9', '--loud', '--json'];
    expect(JSON.parse((await runCli(greet, [...args, ...more])).stdout)).toEqual({
      name: 'Ada',
      also: ['Bo', 'Cy'],
      on: '2028-02-29',
      times: 3,
      'half-heart': 0.5,
      style: 'cold',
      ages: [7, 9],
      loud: true,
    });
  });

  it('answers on stdout and tells the rest on stderr', async () => {
    expect(await runCli(greet, [])).toEqual({ code: 0, stdout: 'Hello all\n', stderr: 'found them\n' });
  });

  it('prints its answer only with --quiet', async () => {
    expect(await runCli(greet, ['--quiet'], { columns: 80 })).toEqual({ code: 0, stdout: 'Hello all\n', stderr: '' });
  });

  it('prints nothing but JSON on stdout with --json, also where it fails', async () => {
    expect(JSON.parse((await runCli(greet, ['--json', '--name', 'Nobody'])).stdout)).toEqual({ greeted: false });
    const failed = await runCli(greet, ['--json', '--name', 'Trouble']);
    expect(JSON.parse(failed.stdout)).toEqual({ error: 'the door is closed\n  fix:  open it' });
    const refused = await runCli(greet, ['--json', '--times', 'x']);
    expect(JSON.parse(refused.stdout)).toMatchObject({ problems: [{ field: '--times', value: 'x' }] });
  });

  it('prints an answer once, at once where it goes on afterwards, also where it fails then', async () => {
    const hold = defineCommand({
      name: 'hold',
      summary: 'Holds something.',
      options: { fail: flag('fail in the end') },
      run: async ({ fail }, { show, note }) => {
        show({ text: 'held', json: { held: true } });
        note('later');
        if (fail) throw new Error('dropped');
        return { text: 'released', json: { held: false } };
      },
    });
    expect(await runCli(hold, [])).toEqual({ code: 0, stdout: 'held\n', stderr: 'later\n' });
    const failed = await runCli(hold, ['--fail', '--json']);
    expect([failed.code, JSON.parse(failed.stdout)]).toEqual([1, { held: true }]);
    expect(failed.stderr).toBe('later\ndropped\n');
  });

  it('ends with 2 where the answer is no, and with 1 where it fails', async () => {
    expect((await runCli(greet, ['--name', 'Nobody'])).code).toBe(2);
    expect((await runCli(greet, ['--name', 'Trouble'])).code).toBe(1);
  });

  it('tells an error by its message, and its stack only where LANDING_ZONE_DEBUG is set', async () => {
    const failed = await runCli(greet, ['--name', 'Trouble']);
    expect(failed).toEqual({ code: 1, stdout: '', stderr: 'found them\nthe door is closed\n  fix:  open it\n' });
    process.env.LANDING_ZONE_DEBUG = '1';
    try {
      expect((await runCli(greet, ['--name', 'Trouble'])).stderr).toContain(`at Object.run (${__filename}`);
    } finally {
      delete process.env.LANDING_ZONE_DEBUG;
    }
  });

  it('shows on a terminal what is under way, in a line that goes before anything else is written', async () => {
    const { stderr } = await runCli(greet, [], { columns: 12 });
    expect(stderr).toBe('\r\u001b[2Klooking for\r\u001b[2Kfound them\n');
    expect((await runCli(greet, [])).stderr).not.toContain('looking');
  });

  it('colours an error on a terminal, and nowhere else', async () => {
    const red = '\u001b[31mthe door is closed\u001b[39m\n  fix';
    expect((await runCli(greet, ['--name', 'Trouble'], { columns: 80 })).stderr).toContain(red);
    const plain = await runCli(greet, ['--name', 'Trouble', '--no-color'], { columns: 80 });
    expect(plain.stderr).toContain('the door is closed\n  fix');
    process.env.NO_COLOR = '1';
    try {
      expect((await runCli(greet, ['--name', 'Trouble'], { columns: 80 })).stderr).not.toContain('\u001b[31m');
    } finally {
      delete process.env.NO_COLOR;
    }
  });
});

describe('options that are wrong', () => {
  it.each([
    ['--times', '0', 'write a number from 1 to 3'],
    ['--times', '4', 'write a number from 1 to 3'],
    ['--times', '1.5', 'write a number from 1 to 3'],
    ['--times', '', 'write a number from 1 to 3'],
    ['--half-heart', '1', 'write a share from 0 to less than 1, such as 0.1'],
    ['--half-heart', '-0.1', 'write a share from 0 to less than 1, such as 0.1'],
    ['--half-heart', '1e-1', 'write a share from 0 to less than 1, such as 0.1'],
    ['--half-heart', '', 'write a share from 0 to less than 1, such as 0.1'],
    ['--on', '2027-02-29', "write it like '2026-01-31'"],
    ['--on', '2027-1-1', "write it like '2026-01-31'"],
    ['--on', 'today', "write it like '2026-01-31'"],
    ['--on', '', "write it like '2026-01-31'"],
    ['--on', '2027-01-01T00:00:00Z', "write it like '2026-01-31'"],
    ['--style', 'wram', "did you mean 'warm'?"],
    ['--ages', '7,,9', "write them like '10,100'"],
    ['--ages', '0', "write them like '10,100'"],
  ])('are refused with what to write instead: %s %p', async (option, value, fix) => {
    const { code, stdout, stderr } = await runCli(greet, [`${option}=${value}`]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain(`command line: ${option} is ${JSON.stringify(value)}\n`);
    expect(stderr).toContain(fix);
  });

  it('are told all at once, and nothing is done', async () => {
    const { stderr } = await runCli(greet, ['--times', '9', '--on', 'March', '--style', 'icy']);
    expect(stderr).toMatch(/^The request has 3 problems; nothing was done\.\n\n/);
    for (const option of ['times', 'on', 'style']) expect(stderr).toContain(`--${option} is `);
    expect(stderr).not.toContain('found them');
  });

  it('are told with what only the command knows, each once, where it refuses by itself', async () => {
    const choosy = defineCommand({
      name: 'choosy',
      summary: 'Is choosy.',
      options: { on: day({ value: 'DAY', describe: 'when' }), who: text({ value: 'NAME', describe: 'who' }) },
      refuses: true,
      run: async ({ on, who }, { refuse }) => {
        refuse([
          optionProblem('who', who, 'must be known', 'ask'),
          ...(on === undefined ? [optionProblem('on', on, 'must be there', 'write it')] : []),
        ]);
        return { json: 'it was not refused' };
      },
    });
    const { stderr } = await runCli(choosy, ['--on', 'March', '--who', 'Eve']);
    expect(stderr).toMatch(/^The request has 2 problems/);
    expect(stderr).toContain('--on is "March"\n  rule: must be a day');
    expect(stderr).toContain('--who is "Eve"\n  rule: must be known');
  });
});

describe('the help', () => {
  it('is that of the definition, with defaults, examples and exit codes, and goes to stdout', async () => {
    const { code, stdout, stderr } = await runCli(greet, ['--help']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^Usage: landing-zone greet \[options\]\n\nGreets somebody\.\n\nPolitely\.\n/);
    expect(stdout).toMatch(/--times <N> +how often \(default: 1\)\n/);
    for (const line of ['  --json ', '  --quiet ', '  --no-color ', '  landing-zone greet --name Ada\n'])
      expect(stdout).toContain(line);
    expect(stdout).toMatch(/Exit codes:\n {2}0 {2}.+\n {2}1 {2}.+\n {2}2 {2}nobody is there\n/);
  });

  it('is as wide as the terminal', async () => {
    const { stdout } = await runCli(greet, ['--help'], { columns: 60 });
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(60);
  });

  it('of the whole shows every command with its summary', async () => {
    const group: CommandGroup = { name: 'landing-zone', summary: 'Does everything.', commands: [greet] };
    const { stdout } = await runGroup(group, ['--help']);
    expect(stdout).toMatch(/^Usage: landing-zone .*\n\nDoes everything\.\n[\s\S]*greet \[options\] +Greets somebody\./);
  });
});

describe('what is not there', () => {
  const nested: CommandGroup = { name: 'plants', summary: 'Plants.', commands: [{ ...greet, name: 'water' }] };
  const group: CommandGroup = { name: 'landing-zone', summary: 'Does everything.', commands: [greet, nested] };

  it.each([
    ['a command', ['gret'], "unknown command 'gret'\n(Did you mean greet?)\n"],
    ['a command of a group', ['plants', 'watre'], "unknown command 'watre'\n(Did you mean water?)\n"],
    ['an option', ['greet', '--nmae', 'Ada'], "unknown option '--nmae'\n(Did you mean --name?)\n"],
    ['a value', ['greet', '--name'], "option '--name <NAME>' argument missing\n"],
  ])('%s is said with the nearest name, and nothing is done', async (_what, args, stderr) => {
    expect(await runGroup(group, args)).toEqual({ code: 1, stdout: '', stderr });
  });

  it('a word too many is refused', async () => {
    expect(await runGroup(group, ['greet', 'Ada'])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('too many arguments'),
    });
  });

  it.each([[[]], [['plants']]])('a command at all after %p: the help is shown as an error', async (args) => {
    const { code, stdout, stderr } = await runGroup(group, args);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^Usage: landing-zone/);
  });
});
