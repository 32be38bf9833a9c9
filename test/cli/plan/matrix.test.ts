import { changedAmong, matrixOf } from '../../../cli/plan/matrix';

const stack = (name: string, ...dependencies: string[]) => ({ name, dependencies, directory: `/stacks/${name}` });
const zone = [
  stack('management'),
  stack('security', 'management'),
  stack('account-a', 'security'),
  stack('account-b', 'security'),
];

describe('the waves for a CI platform', () => {
  it('are a matrix for each wave on GitHub', () => {
    expect(matrixOf('github', zone)).toEqual({
      waves: [
        { include: [{ name: 'management', stacks: '--stack management' }] },
        { include: [{ name: 'security', stacks: '--stack security' }] },
        {
          include: [
            { name: 'account-a', stacks: '--stack account-a' },
            { name: 'account-b', stacks: '--stack account-b' },
          ],
        },
      ],
    });
  });

  it('are a child pipeline on GitLab, with a stage for each wave and a lock for each job', () => {
    expect(matrixOf('gitlab', zone.slice(0, 2))).toEqual({
      include: '.gitlab/landing-zone.yml',
      stages: ['wave-1', 'wave-2'],
      management: {
        extends: '.landing-zone',
        stage: 'wave-1',
        resource_group: 'landing-zone/management',
        script: ['npx landing-zone deploy --stack management --only-changed --approve'],
      },
      security: {
        extends: '.landing-zone',
        stage: 'wave-2',
        resource_group: 'landing-zone/security',
        script: ['npx landing-zone deploy --stack security --only-changed --approve'],
      },
    });
  });

  it('have several stacks in a job where a platform takes no more jobs, and leave none out', () => {
    const many = Array.from({ length: 600 }, (_, index) => stack(`account-${index}`));
    const { waves } = matrixOf('github', many) as { waves: { include: { name: string; stacks: string }[] }[] };
    const include = waves[0]?.include ?? [];
    expect(include).toHaveLength(200);
    expect(include[0]).toEqual({
      name: 'account-0 and 2 more',
      stacks: '--stack account-0 --stack account-1 --stack account-2',
    });
    expect(include.flatMap(({ stacks }) => stacks.split(' --stack ')).length).toBe(600);
  });

  it('are of what has changed and of all that comes after it', async () => {
    const whyChanged = async ({ name }: { readonly name: string }) => (name === 'security' ? 'another' : undefined);
    expect((await changedAmong(zone, whyChanged)).map(({ name }) => name)).toEqual([
      'security',
      'account-a',
      'account-b',
    ]);
    expect(await changedAmong(zone, async () => undefined)).toEqual([]);
    expect(matrixOf('github', [])).toEqual({ waves: [] });
  });

  it('are one job on GitLab where nothing has changed, which asks nobody and needs no credentials', () => {
    expect(matrixOf('gitlab', [])).toEqual({
      include: '.gitlab/landing-zone.yml',
      stages: ['wave-1'],
      'nothing-has-changed': { stage: 'wave-1', script: ['echo Nothing has changed.'] },
    });
  });
});
