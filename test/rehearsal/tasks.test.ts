import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SynthesizedStack } from '../../deployment/manifest';
import { workOff } from '../../rehearsal/critical-path';
import { deployTasks, planTasks, tearDownTasks, widthFor } from '../../rehearsal/tasks';

interface Shape {
  readonly reads?: readonly string[];
  /** Comes after them, and reads nothing of them. */
  readonly only?: readonly string[];
  /** Accounts that it works in. @default - the one of its name */
  readonly accounts?: readonly string[];
}

const shapes: Readonly<Record<string, Shape>> = {
  core: {},
  one: { reads: ['core'], accounts: ['one', 'core'] },
  two: { reads: ['core'], accounts: ['two'] },
  last: { reads: ['core'], only: ['one', 'two'], accounts: ['one', 'core'] },
};

describe('the tasks of a rehearsal', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'tasks-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  /** Stacks as they are synthesized; `mark` stands in the JSON of those that it names. */
  const stacksIn = (
    place: string,
    marked: readonly string[] = [],
    lifecycle: object = { prevent_destroy: true },
  ): SynthesizedStack[] =>
    Object.entries(shapes).map(([name, { reads = [], only = [], accounts = [name] }]) => {
      const directory = join(folder, place, name);
      mkdirSync(directory, { recursive: true });
      const json = {
        provider: {
          aws: accounts.map((account) => ({ assume_role: [{ role_arn: `arn:aws:iam::${account}:role/r` }] })),
        },
        data: { terraform_remote_state: Object.fromEntries(reads.map((read) => [read, {}])) },
        mark: marked.includes(name),
        resource: { aws_kms_key: { key: { lifecycle } } },
      };
      writeFileSync(join(directory, 'cdk.tf.json'), JSON.stringify(json));
      writeFileSync(join(directory, '.terraform.lock.hcl'), place);
      return { name, directory, dependencies: [...reads, ...only] };
    });

  const waitsFor = (tasks: readonly { name: string; after: readonly string[] }[], name: string) =>
    [...(tasks.find((task) => task.name === name)?.after ?? [])].sort();

  const idle = async () => undefined;

  it('are worked on eight at once, and fewer where the memory would not hold their providers', () => {
    const gigabytes = 1024 ** 3;
    expect([1, 8, 16, 64].map((size) => widthFor(size * gigabytes))).toEqual([2, 4, 8, 8]);
  });

  it('deploy a stack when its folder is prepared and all that it depends on stands', () => {
    const tasks = deployTasks({ init: idle, deploy: idle }, stacksIn('out'));
    expect(waitsFor(tasks, 'deploy last')).toEqual(['deploy core', 'deploy one', 'deploy two', 'init last']);
    expect(waitsFor(tasks, 'init last')).toEqual([]);
  });

  it('plan a stack again when everything stands that works in its accounts, but not for what only comes after it', () => {
    const tasks = planTasks({ planAgain: idle }, stacksIn('out'));
    expect(waitsFor(tasks, 'plan core')).toEqual(['deploy core', 'deploy last', 'deploy one']);
    expect(waitsFor(tasks, 'plan one')).toEqual(['deploy core', 'deploy one']);
    expect(waitsFor(tasks, 'plan two')).toEqual(['deploy two']);
    expect(waitsFor(tasks, 'plan last')).toEqual(['deploy core', 'deploy last', 'deploy one']);
  });

  it('destroy a stack when everything has stood, what works in its accounts is planned, and nothing depends on it any more', () => {
    const tasks = tearDownTasks({ release: idle, destroy: idle }, stacksIn('out'), stacksIn('released'));
    const everything = ['deploy core', 'deploy last', 'deploy one', 'deploy two'];
    expect(waitsFor(tasks, 'destroy two')).toEqual([...everything, 'destroy last', 'plan two', 'release two']);
    expect(waitsFor(tasks, 'destroy last')).toEqual([
      ...everything,
      'plan core',
      'plan last',
      'plan one',
      'release last',
    ]);
  });

  it('release those stacks only that look otherwise without protection, and in that form', async () => {
    const stacks = stacksIn('out');
    const seen: string[] = [];
    const note = (what: string) => async (stack: SynthesizedStack) => {
      const { mark } = JSON.parse(readFileSync(join(stack.directory, 'cdk.tf.json'), 'utf8'));
      seen.push(`${what} ${stack.name}${mark ? ' open' : ''}`);
    };
    const run = {
      init: note('init'),
      deploy: note('deploy'),
      planAgain: note('plan'),
      release: note('release'),
      destroy: note('destroy'),
    };
    const tasks = [
      ...deployTasks(run, stacks),
      ...planTasks(run, stacks),
      ...tearDownTasks(run, stacks, stacksIn('released', ['two'])),
    ];
    await workOff(tasks, 2);
    expect(seen.filter((line) => line.startsWith('release'))).toEqual(['release two open']);
    expect(seen.filter((line) => line.startsWith('destroy'))).toEqual([
      'destroy last',
      expect.stringMatching(/destroy (one|two open)/),
      expect.stringMatching(/destroy (one|two open)/),
      'destroy core',
    ]);
    expect(seen).toHaveLength(4 * 4 + 1);
    for (const { directory } of stacks)
      expect(readFileSync(join(directory, '.terraform.lock.hcl'), 'utf8')).toBe('out');
  });

  it.each([
    ['nothing where only Terraform hears of it, which destroys by the form without protection', {}, []],
    ['a stack whose lifecycle ignores something else, too', { ignore_changes: ['email'] }, Object.keys(shapes)],
  ])('release %s', async (_, lifecycle, expected) => {
    const stacks = stacksIn('out');
    const released: string[] = [];
    const release = async ({ name }: SynthesizedStack) => void released.push(name);
    const seen: unknown[] = [];
    const destroy = async ({ directory }: SynthesizedStack) =>
      void seen.push(
        JSON.parse(readFileSync(join(directory, 'cdk.tf.json'), 'utf8')).resource.aws_kms_key.key.lifecycle,
      );
    await workOff(tearDownTasks({ release, destroy }, stacks, stacksIn('released', [], lifecycle)), 1);
    expect(released.sort()).toEqual([...expected].sort());
    expect(seen).toEqual(stacks.map(() => lifecycle));
  });
});
