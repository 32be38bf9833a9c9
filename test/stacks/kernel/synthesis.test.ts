import { TerraformOutput, Token } from 'cdktf';
import type { Likeness } from '../../../stacks/kernel/draft';
import type { LandingZoneStack } from '../../../stacks/kernel/landing-zone-stack';
import type { Synthesis } from '../../../stacks/kernel/synthesis';
import { BareStack, producer, synthesized } from '../../support/stack';
import { outputOf } from '../../support/synth';

const dependencies = (files: Readonly<Record<string, string>>): Record<string, string[]> => {
  const { stacks } = JSON.parse(files['manifest.json'] ?? '') as {
    stacks: Record<string, { dependencies: string[] }>;
  };
  return Object.fromEntries(Object.entries(stacks).map(([name, stack]) => [name, stack.dependencies]));
};

/** A stack deployed after others. */
const writeAfter = (synthesis: Synthesis, name: string, ...others: string[]) =>
  synthesis.write((app) => {
    const stack = new BareStack(app, name);
    for (const other of others) stack.deployAfter(producer(other));
    return stack;
  });

describe('stacks that are written one at a time', () => {
  it('are in the manifest with those that they are deployed after, in the order in which they learnt of them', () => {
    const files = synthesized((synthesis) => {
      writeAfter(synthesis, 'b');
      writeAfter(synthesis, 'a');
      writeAfter(synthesis, 'c', 'b', 'a', 'b');
    });
    expect(dependencies(files)).toEqual({ a: [], b: [], c: ['b', 'a'] });
  });

  it('refuse a loop, of two and of one', () => {
    const loop = () => synthesized((synthesis) => void writeAfter(synthesis, 'a', 'b'));
    expect(loop).toThrow('a is deployed after b, which is not written before it');
    const itself = () => synthesized((synthesis) => void writeAfter(synthesis, 'a', 'a'));
    expect(itself).toThrow('a is deployed after a, which is not written before it');
  });

  it('are let go: a token of one is refused in the next', () => {
    let token = '';
    const leak = () =>
      synthesized((synthesis) => {
        synthesis.write((app) => {
          const stack = new BareStack(app, 'a');
          token = Token.asString({ resolve: () => 'of a', creationStack: [] });
          new TerraformOutput(stack, 'output', { value: token });
          return stack;
        });
        synthesis.write((app) => {
          const stack = new BareStack(app, 'b');
          new TerraformOutput(stack, 'output', { value: token });
          return stack;
        });
      });
    expect(leak).toThrow('Unrecognized Token Key');
  });
});

interface Subject {
  readonly name: string;
  readonly text: string;
  readonly list?: readonly number[];
}

const likeness: Likeness<Subject> = {
  wordsOf: ({ name, text }) => [name, text],
  withWords: ({ list }, [name = '', text = '']) => ({ name, text, ...(list && { list }) }),
};

/** Writes a stack for each subject. */
function writeEach(subjects: readonly Subject[], output = (subject: Subject): unknown => subject) {
  const built: string[] = [];
  const build = (...[app, subject]: [ConstructorParameters<typeof BareStack>[0], Subject]): LandingZoneStack => {
    built.push(subject.name);
    const stack = new BareStack(app, `s-${subject.name}`);
    new TerraformOutput(stack, 'output', { value: output(subject), staticId: true });
    return stack;
  };
  const files = synthesized((synthesis) => void synthesis.writeEach(subjects, likeness, build));
  return { files, built };
}

/** The same, each built in full. */
function writeInFull(...args: Parameters<typeof writeEach>) {
  process.env.LANDING_ZONE_DEBUG = '1';
  try {
    return writeEach(...args);
  } finally {
    delete process.env.LANDING_ZONE_DEBUG;
  }
}

const subjects = (count: number, more: Partial<Subject> = {}): Subject[] =>
  Array.from({ length: count }, (_, index) => ({ name: `n-${index}`, text: `text ${index}`, ...more }));

describe('stacks that are alike', () => {
  it('are built twice, once in full and once with gaps, however many they are', () => {
    const { files, built } = writeEach(subjects(20));
    expect(built).toEqual(['n-0', 'xGAP0-x']);
    expect(files).toEqual(writeInFull(subjects(20)).files);
    expect(Object.keys(files).filter((file) => file.endsWith('cdk.tf.json'))).toHaveLength(20);
  });

  it('are of one kind only where everything but their words is equal', () => {
    const mixed = [...subjects(4), ...subjects(8, { list: [1] }).slice(4), { name: 'x', text: 'y', list: [2] }];
    const { files, built } = writeEach(mixed);
    expect(built).toEqual(['n-0', 'xGAP0-x', 'n-4', 'xGAP0-x', 'x']);
    expect(files).toEqual(writeInFull(mixed).files);
  });

  it('are told apart where CDKTF writes an identifier as a key differently from other names', () => {
    const mixed = [...subjects(3), ...['a', 'b', 'c'].map((name) => ({ name, text: 'one text' }))];
    expect(writeEach(mixed).built).toEqual(['n-0', 'xGAP0-x', 'a', 'xGAP0x']);
  });

  it('are each built in full where what is built depends on a word', () => {
    const output = ({ name }: Subject) => (name.endsWith('x') ? 'a gap' : `length ${name.length}`);
    const { files, built } = writeEach(subjects(5), output);
    expect(built).toEqual(['n-0', 'xGAP0-x', 'n-1', 'n-2', 'n-3', 'n-4']);
    expect(files).toEqual(writeInFull(subjects(5), output).files);
  });

  it.each(['a "quoted" word', `a \${reference}`, 'a line\nand another', 'back\\slash'])(
    'are built in full where a word does not stand in JSON as it is: %j',
    (text) => {
      const { files, built } = writeEach(subjects(4, { text }));
      expect(built).toEqual(['n-0', 'n-1', 'n-2', 'n-3']);
      expect(files).toEqual(writeInFull(subjects(4, { text })).files);
    },
  );

  it('leave nothing of the draft behind when one of them fails', () => {
    const fail = ({ name }: Subject) => {
      if (name.startsWith('xGAP')) throw new Error('refused');
      return name;
    };
    const { TMPDIR } = process.env;
    const left = outputOf((folder) => {
      process.env.TMPDIR = folder;
      try {
        expect(() => writeEach(subjects(5), fail)).toThrow('refused');
      } finally {
        if (TMPDIR === undefined) delete process.env.TMPDIR;
        else process.env.TMPDIR = TMPDIR;
      }
    });
    expect(left).toEqual({});
  });
});
