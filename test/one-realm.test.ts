import { EventEmitter } from 'node:events';
import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What the runner makes for a test file, as far as it is asked for here. */
interface Environment {
  setup(): Promise<void>;
  restoreProcess(): void;
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

  it('refuses what would load modules anew, which Node keeps for all files', async () => {
    const refused = 'would load nothing anew';
    expect(() => jest.isolateModules(() => {})).toThrow(`jest.isolateModules ${refused}`);
    await expect(jest.isolateModulesAsync(async () => {})).rejects.toThrow(`jest.isolateModulesAsync ${refused}`);
    expect(() => jest.resetModules()).toThrow(`jest.resetModules ${refused}`);
  });

  it('tells which file leaves which variables changed, and sets them back for the next', async () => {
    const environment = environmentOf('/project/test/careless.test.ts');
    const { HOME } = process.env;
    await environment.setup();
    environment.restoreProcess();

    process.env.LEFT_BEHIND = '1';
    delete process.env.HOME;
    expect(() => environment.restoreProcess()).toThrow(
      'test/careless.test.ts leaves process.env.HOME, process.env.LEFT_BEHIND changed: set them back after each test',
    );
    expect(process.env).toMatchObject({ HOME });
    expect(process.env).not.toHaveProperty('LEFT_BEHIND');
  });

  it('tells which file leaves another working folder or exit code, and sets them back for the next', async () => {
    const environment = environmentOf('/project/test/careless.test.ts');
    const { exitCode } = process;
    const folder = process.cwd();
    await environment.setup();

    process.chdir(tmpdir());
    process.exitCode = 7;
    expect(() => environment.restoreProcess()).toThrow(
      'test/careless.test.ts leaves process.cwd(), process.exitCode changed',
    );
    expect([process.cwd(), process.exitCode]).toEqual([folder, exitCode]);
  });

  it('has a temporary folder for each worker, which goes with it and what tests left there', () => {
    const takeTemporaryFolder = require(join(__dirname, 'support/one-realm/temporary-folder.cjs'));
    const parent = mkdtempSync(join(tmpdir(), 'workers-'));
    const workers = [1, 2].map(() => Object.assign(new EventEmitter(), { env: { TMPDIR: parent } }));
    for (const worker of workers) {
      takeTemporaryFolder(worker);
      writeFileSync(join(worker.env.TMPDIR, 'left'), '');
    }
    expect(readdirSync(parent)).toHaveLength(2);
    for (const worker of workers) worker.emit('exit');
    expect(readdirSync(parent)).toEqual([]);
  });
});
