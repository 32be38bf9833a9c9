import type { SynthesizedStack } from '../../deployment/manifest';
import { wavesOf } from '../../deployment/waves';

export type Platform = 'github' | 'gitlab';

/** One job: some stacks of a wave. */
interface Job {
  readonly name: string;
  /** As `deploy` is told: `--stack account-a --stack account-b`. */
  readonly stacks: string;
}

/**
 * Jobs of one matrix at most. Source: GitHub Docs, "Usage limits" of GitHub Actions (256); GitLab.com, "Maximum number of jobs in a
 * pipeline" (500 on the free tier).
 */
const jobsOfWave: Readonly<Record<Platform, number>> = { github: 256, gitlab: 200 };

/** The waves as a CI platform reads them: for GitHub a matrix for each wave, for GitLab a child pipeline. */
export function matrixOf(platform: Platform, stacks: readonly SynthesizedStack[]): object {
  const waves = wavesOf(stacks).map((wave) => jobsOf(wave, jobsOfWave[platform]));
  if (platform === 'github') return { waves: waves.map((include) => ({ include })) };
  if (waves.length === 0) return nothingToDo;
  const stageOf = (index: number): string => `wave-${index + 1}`;
  const jobs = waves.flatMap((wave, index) =>
    wave.map(({ name, stacks: chosen }) => [
      name,
      {
        // The person's own: image, credentials, what `when` asks for approval.
        extends: '.landing-zone',
        stage: stageOf(index),
        resource_group: `landing-zone/${name}`,
        script: [`npx landing-zone deploy ${chosen} --only-changed --approve`],
      },
    ]),
  );
  return {
    include: '.gitlab/landing-zone.yml',
    stages: waves.map((_, index) => stageOf(index)),
    ...Object.fromEntries(jobs),
  };
}

/** GitLab refuses a pipeline without jobs. Not of `.landing-zone`: it needs no credentials, and nobody's approval. */
const nothingToDo = {
  include: '.gitlab/landing-zone.yml',
  stages: ['wave-1'],
  'nothing-has-changed': { stage: 'wave-1', script: ['echo Nothing has changed.'] },
};

/** A job for each stack; where there are more than a platform takes, each has several. */
function jobsOf(wave: readonly SynthesizedStack[], most: number): readonly Job[] {
  const size = Math.ceil(wave.length / most);
  return Array.from({ length: Math.ceil(wave.length / size) }, (_, index) => {
    const names = wave.slice(index * size, (index + 1) * size).map(({ name }) => name);
    const [first = ''] = names;
    return {
      name: names.length > 1 ? `${first} and ${names.length - 1} more` : first,
      stacks: names.map((name) => `--stack ${name}`).join(' '),
    };
  });
}

/** The stacks that something is different of, and all that come after one of them: what that one publishes may be another then. */
export async function changedAmong(
  stacks: readonly SynthesizedStack[],
  whyChanged: (stack: SynthesizedStack) => Promise<string | undefined>,
): Promise<readonly SynthesizedStack[]> {
  const changed = new Set<string>();
  for (const wave of wavesOf(stacks)) {
    const here = await Promise.all(
      wave.map(async (stack) => {
        const follows = stack.dependencies.some((name) => changed.has(name));
        return follows || (await whyChanged(stack)) !== undefined ? [stack.name] : [];
      }),
    );
    for (const name of here.flat()) changed.add(name);
  }
  return stacks.filter(({ name }) => changed.has(name));
}
