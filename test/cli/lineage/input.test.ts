import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lineageCommand, zone } from '../../support/lineage-command';

const unconnected = () => {
  throw new Error('it connected');
};

/** The message of a command that refuses its options; it neither connects nor answers. */
async function refusal(...args: string[]): Promise<string> {
  const { code, text, stderr } = await lineageCommand(args, { connect: unconnected });
  expect({ code, text }).toEqual({ code: 1, text: '' });
  return stderr;
}

const here = ['--account', 'models', '--account-id', '222222222222'];
const model = ['--model', 'triage', '--version', '3'];

describe('the command lineage', () => {
  it('shows which options each of its two commands has', async () => {
    const help = async (verb: string) => (await lineageCommand([verb, '--help'], { connect: unconnected })).text;
    expect(await help('record')).toContain('--dry-run');
    expect(await help('record')).not.toContain('--svg');
    expect(await help('show')).toContain('--svg');
    expect(await help('show')).toMatch(/\n {2}2 {2}no dataset is on record/);
  });

  it('refuses what is neither record nor show, and options of the other', async () => {
    expect(await refusal('list')).toContain("unknown command 'list'");
    expect(await refusal('show', '--dry-run')).toContain("'--dry-run'");
    expect(await refusal('record', '--svg', 'x')).toContain("'--svg'");
  });

  it('says everything that is wrong at once', async () => {
    const message = await refusal(
      ...['record', '--account', 'model', '--account-id', '12', '--region', 'eu-centrl-1', '--dataset', 'Notes!'],
      ...['--model', 'triage', '--training-job', 'train-1', '--endpoint', 'a_b'],
    );
    expect(message).toContain('The request has 6 problems; nothing was done.');
    for (const near of ['models', 'eu-central-1']) expect(message).toContain(`did you mean '${near}'?`);
    for (const option of ['account', 'region', 'dataset', 'version', 'training-job', 'endpoint'])
      expect(message).toContain(`command line: --${option} is `);
  });

  it.each([
    [
      'an account without models',
      ['record', '--account', 'sandbox', '--dataset', 'a', ...model],
      '--account',
      "with 'ai' in its file",
    ],
    [
      'no id of a vended account',
      ['record', '--account', 'models', '--dataset', 'a', ...model],
      '--account-id',
      'no file has the id',
    ],
    [
      'an id that is none',
      ['record', '--account', 'models', '--account-id', '1', '--dataset', 'a', ...model],
      '--account-id',
      'twelve digits',
    ],
    ['a dataset alone', ['record', ...here, '--dataset', 'notes'], '--dataset', 'an edge has two ends'],
    ['nothing', ['record', ...here], '--dataset', 'an edge has two ends'],
    ['an endpoint without its model', ['record', ...here, '--endpoint', 'live'], '--model', 'what an endpoint serves'],
    [
      'a version that is no number',
      ['record', ...here, '--dataset', 'a', '--model', 'triage', '--version', 'v3'],
      '--version',
      'must be a version',
    ],
    [
      'a version beside an ARN',
      [
        'record',
        ...here,
        '--dataset',
        'a',
        '--model',
        'arn:aws:sagemaker:eu-central-1:222222222222:model-package/triage/3',
        '--version',
        '3',
      ],
      '--version',
      'is the version of a group',
    ],
    [
      'the ARN of something else',
      ['record', ...here, '--dataset', 'a', '--model', 'arn:aws:s3:::b'],
      '--model',
      'version of a model package group',
    ],
    [
      'two subjects',
      ['show', ...here, '--endpoint', 'live', '--dataset', 'notes'],
      '--endpoint',
      'one question has one subject',
    ],
    ['no subject', ['show', ...here], '--endpoint', 'one question has one subject'],
    [
      'a version of a dataset',
      ['show', ...here, '--dataset', 'notes', '--version', '3'],
      '--version',
      'is the version of a group',
    ],
  ])('refuses %s', async (_what, args, option, rule) => {
    const message = await refusal(...args);
    expect(message).toContain('The request has 1 problem;');
    expect(message).toContain(`command line: ${option} is `);
    expect(message).toContain(rule);
  });

  it('takes the id out of the file where it stands there, and refuses another', async () => {
    const written = { ...zone, activeAccounts: zone.activeAccounts.map((each) => ({ ...each, id: '222233334444' })) };
    const connect = ({ accountId }: { accountId: string }) => {
      throw new Error(`connected to ${accountId}`);
    };
    const show = async (...args: string[]) =>
      (await lineageCommand(['show', '--account', 'models', '--endpoint', 'live', ...args], { zone: written, connect }))
        .stderr;
    expect(await show()).toBe('connected to 222233334444\n');
    expect(await show('--account-id', '222233334445')).toContain('contradicts accounts/models.ts');
  });

  it('refuses to record what an account declares where it connects nothing', async () => {
    const accounts = zone.activeAccounts.map(({ ai, ...each }) => ({
      ...each,
      ...(ai && { ai: { ...ai, lineage: undefined } }),
    }));
    const without = { zone: { ...zone, activeAccounts: accounts }, connect: unconnected };
    const { stderr } = await lineageCommand(['record', ...here, '--declared'], without);
    expect(stderr).toContain('accounts/models.ts connects nothing');
  });
});

describe('a file of edges', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lineage-'));
  const file = join(folder, 'lineage.json');
  afterAll(() => rmSync(folder, { recursive: true }));
  const refusalOf = (text: string) => {
    writeFileSync(file, text);
    return refusal('record', ...here, '--file', file);
  };
  const edge = (from: string, to: string, more: object = {}) => JSON.stringify({ edges: [{ from, to, ...more }] });

  it.each([
    ['no edge', '{ "edges": [] }', 'edges'],
    ['a field that edges do not have', edge('dataset:a', 'model:b/1', { kind: 'Produced' }), 'edges[0].kind'],
    ['a type that there is not', edge('dataset:a', 'model:b/1', { type: 'MadeOf' }), 'edges[0].type'],
    ['a kind that there is not', edge('data:a', 'model:b/1'), 'edges[0].from'],
    ['a name that its kind does not have', edge('dataset:a', 'model:b'), 'edges[0].to'],
    ['an edge against the flow', edge('model:b/1', 'dataset:a'), 'edges[0].to'],
    ['an edge from a thing to itself', edge('dataset:a', 'dataset:a'), 'edges[0].to'],
  ])('is refused for %s', async (_what, text, field) => {
    const message = await refusalOf(text);
    expect(message).toContain('The request has 1 problem;');
    expect(message).toContain(`${file}: ${field} is `);
  });

  it('is refused where it cannot be read, and where it is no JSON', async () => {
    const rule = 'must be a file in JSON';
    const missing = await refusal('record', ...here, '--file', join(folder, 'missing.json'));
    expect(missing).toMatch(new RegExp(`--file is .*missing.json"\\n  rule: ${rule}`));
    expect(await refusalOf('{')).toContain(rule);
  });

  it('is refused for every wrong edge at once', async () => {
    const message = await refusalOf(
      JSON.stringify({
        edges: [
          { from: 'dataset:A', to: 'model:b' },
          { from: 'x', to: 'project:p' },
        ],
      }),
    );
    for (const field of ['edges[0].from', 'edges[0].to', 'edges[1].from']) expect(message).toContain(`${field} is `);
  });
});
