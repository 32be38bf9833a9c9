import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { transformFileSync } from '@swc/core';
import { strFromU8, unzipSync } from 'fflate';
import { configRulesZip } from '../../lambda';
import type { ConfigRuleEvent } from '../../lambda/event';
import { type Answers, type Input, type Request, sendTo } from './fake-clients';
import { recordedEvent } from './recorded-events';

const root = join(__dirname, '../..');
const entries = unzipSync(readFileSync(configRulesZip));
const code = strFromU8(entries['index.js'] ?? new Uint8Array());

/** A package of the SDK: any command, and clients that give the answers. */
const fakeSdk = (answers: Answers, requests: Request[]): object =>
  new Proxy(
    {},
    {
      get: (_target, name) =>
        String(name).endsWith('Client')
          ? class {
              send = sendTo(answers, requests);
            }
          : {
              [name]: class {
                constructor(readonly input: Input) {}
              },
            }[String(name)],
    },
  );

/** The handler that Lambda finds in the zip. */
function loadedHandler(answers: Answers, requests: Request[]): (event: ConfigRuleEvent) => Promise<void> {
  const module = { exports: {} as { handler: (event: ConfigRuleEvent) => Promise<void> } };
  const fakeRequire = (name: string): object => {
    if (!name.startsWith('@aws-sdk/client-')) throw new Error(`The runtime does not have ${name}`);
    return fakeSdk(answers, requests);
  };
  new Function('module', 'exports', 'require', code)(module, module.exports, fakeRequire);
  return module.exports.handler;
}

describe('the deployment package', () => {
  it('has one file', () => {
    expect(Object.keys(entries)).toEqual(['index.js']);
  });

  it('handles an event with nothing but the SDK of the runtime', async () => {
    const requests: Request[] = [];
    const handler = loadedHandler({ PutEvaluations: () => ({}) }, requests);
    await handler(recordedEvent('created'));
    expect(requests).toMatchObject([
      { command: 'PutEvaluations', input: { Evaluations: [{ ComplianceType: 'COMPLIANT' }] } },
    ]);
  });

  it('says nothing of the machine that made it', () => {
    for (const folder of [root, tmpdir(), homedir()]) expect(code).not.toContain(folder);
  });

  it('can be read by people', () => {
    expect(code).toContain('// lambda/checks/endpoint-encrypted.ts');
    expect(Math.max(...code.split('\n').map(({ length }) => length))).toBeLessThan(300);
  });
});

describe('the path of the deployment package', () => {
  it('is that of the source', () => {
    expect(configRulesZip).toBe(join(root, 'lambda', 'config-rules.zip'));
  });
});

describe('in another folder', () => {
  const project = mkdtempSync(join(tmpdir(), 'bundle-'));
  const zip = join(project, 'lambda', 'config-rules.zip');
  /** The package as it would be made. */
  const bundled = (): Buffer => {
    const script = `import { bundleFile } from ${JSON.stringify(join(project, 'cli', 'bundle.mjs'))};
      process.stdout.write((await bundleFile(${JSON.stringify(project)})).content);`;
    return spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      cwd: tmpdir(),
      env: { ...process.env, TZ: 'Pacific/Kiritimati' },
    }).stdout;
  };
  beforeAll(() => {
    cpSync(join(root, 'lambda'), join(project, 'lambda'), { recursive: true });
    cpSync(join(root, 'cli', 'generate', 'bundle.mjs'), join(project, 'cli', 'bundle.mjs'));
    symlinkSync(join(root, 'node_modules'), join(project, 'node_modules'));
  });
  afterAll(() => rmSync(project, { recursive: true }));

  it('the checked-in package is made again, in any time zone', () => {
    expect(bundled().equals(readFileSync(zip))).toBe(true);
  });

  it('a change of the code changes the package', () => {
    appendFileSync(join(project, 'lambda', 'handler.ts'), "\nexport const changed = 'yes';\n");
    expect(bundled().equals(readFileSync(zip))).toBe(false);
    expect(bundled().includes('changed')).toBe(true);
  });

  it('the compiled code finds the package beside the source', () => {
    mkdirSync(join(project, 'build', 'lambda'), { recursive: true });
    for (const name of ['index', 'permissions']) {
      const { code: compiled } = transformFileSync(join(root, 'lambda', `${name}.ts`), {
        jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
        module: { type: 'commonjs' },
      });
      writeFileSync(join(project, 'build', 'lambda', `${name}.js`), compiled);
    }
    const compiled: { configRulesZip: string } = jest.requireActual(join(project, 'build', 'lambda', 'index.js'));
    expect(compiled.configRulesZip).toBe(zip);
  });
});
