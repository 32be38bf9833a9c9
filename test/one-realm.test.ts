import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** What the runner makes for a test file, as far as it is asked for here. */
interface Environment {
  setup(): Promise<void>;
  restoreVariables(): void;
}

/** The environment of a test file, loaded where the runner loads it. */
function environmentOf(testPath: string): Environment {
  const file = join(__dirname, 'support/one-realm/environment.cjs');
  const Made = require(file) as new (config: object, context: object) => Environment;
  return new Made({ projectConfig: { rootDir: '/project', fakeTimers: {} } }, { testPath });
}

describe('the realm of the unit tests', () => {
  it('is that of Node and of the product: what they throw are errors here', () => {
    expect(() => readdirSync(join(__dirname, 'absent'))).toThrow(Error);
    expect(() => JSON.parse('{')).toThrow(SyntaxError);
  });

  it('refuses jest.mock, which the product would not see', () => {
    jest.doMock('node:os');
    expect(() => require('node:os')).toThrow("jest.mock('node:os') would change the test file alone");
  });

  it('tells which file leaves which variables changed, and sets them back for the next', async () => {
    const environment = environmentOf('/project/test/careless.test.ts');
    const { HOME } = process.env;
    await environment.setup();
    environment.restoreVariables();

    process.env.LEFT_BEHIND = '1';
    delete process.env.HOME;
    expect(() => environment.restoreVariables()).toThrow(
      'test/careless.test.ts leaves HOME, LEFT_BEHIND of process.env changed: set them back after each test',
    );
    expect(process.env).toMatchObject({ HOME });
    expect(process.env).not.toHaveProperty('LEFT_BEHIND');
  });
});
