import { seededRandom } from '../../emulator/toolkit/random';
import { describeDeployed, unlessAsked } from '../support/deployed';
import { InterruptedDeploy, type Interruption } from '../support/engine/interrupted-deploy';

const minutes = 60_000;
jest.setTimeout(15 * minutes);

const stacks = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'];
/** Things of a stack: one interruption may let a stack come to its end, and others begin a few things of one. */
const things = 8;
const interruptions: readonly Interruption[] = [
  'one Ctrl-C',
  'two Ctrl-C',
  'a killed command',
  'a killed engine',
  'a call that fails',
];

/** The same in an order that a seed decides. */
function shuffled<T>(items: readonly T[], random: () => number): readonly T[] {
  const weighed = items.map((item) => ({ item, weight: random() }));
  return weighed.sort((a, b) => a.weight - b.weight).map(({ item }) => item);
}

describeDeployed(
  'a deployment that is interrupted five times, each at a random moment',
  (findTools) => {
    const seed = Number(process.env.SEED ?? Date.now() % 1000);
    const random = seededRandom(seed);
    const made: InterruptedDeploy[] = [];
    const make = (): InterruptedDeploy => {
      const deploy = new InterruptedDeploy(findTools().engine.program, stacks, things);
      made.push(deploy);
      return deploy;
    };
    afterAll(() => {
      for (const each of made) each.remove();
    });

    it(`comes to the end that it comes to without one (SEED=${seed})`, async () => {
      const deploy = make();
      for (const [index, interruption] of shuffled(interruptions, random).entries()) {
        const goOn = index === 0 ? [] : ['--resume'];
        const { code, text } = await deploy.interrupt(
          interruption,
          1 + Math.floor(random() * 3),
          ...['deploy', '--approve', ...goOn],
        );
        const ended = interruption === 'a killed command' ? undefined : 1;
        expect({ index, interruption, code, text: code === ended ? '' : text }).toEqual({
          index,
          interruption,
          code: ended,
          text: '',
        });
      }
      const last = await deploy.run('deploy', '--approve', '--resume');
      expect(last).toMatchObject({ code: 0, text: expect.stringContaining('applied') });

      const straight = make();
      expect(await straight.run('deploy', '--approve')).toMatchObject({ code: 0 });
      expect(deploy.ends()).toEqual(straight.ends());
      expect(await deploy.run('plan')).toMatchObject({
        code: 0,
        text: expect.stringContaining(`${stacks.length} as it should be`),
      });
    });
  },
  unlessAsked,
);
