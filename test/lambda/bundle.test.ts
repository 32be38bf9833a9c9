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
import { basename, join } from 'node:path';
import { transformFileSync } from '@swc/core';
import { strFromU8, unzipSync } from 'fflate';
import { configRulesZip, findingsDigestZip } from '../../lambda';
import type { DigestRequest } from '../../lambda/digest/request';
import type { ConfigRuleEvent } from '../../lambda/event';
import { type Answers, type Input, type Request, sendTo } from './fake-clients';
import { recordedEvent } from './recorded-events';

const root = join(__dirname, '../..');
const codeIn = (zip: string): string => strFromU8(unzipSync(readFileSync(zip))['index.js'] ?? new Uint8Array());
const code = codeIn(configRulesZip);
const digestCode = codeIn(findingsDigestZip);

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
function loadedHandler<T extends (...given: never[]) => Promise<unknown>>(
  bundle: string,
  answers: Answers,
  requests: Request[],
): T {
  const module = { exports: {} as { handler: T } };
  const fakeRequire = (name: string): object => {
    if (!name.startsWith('@aws-sdk/client-')) throw new Error(`The runtime does not have ${name}`);
    return fakeSdk(answers, requests);
  };
  new Function('module', 'exports', 'require', bundle)(module, module.exports, fakeRequire);
  return module.exports.handler;
}

describe.each([
  ['of the custom rules', configRulesZip, code, '// lambda/checks/endpoint-encrypted.ts'],
  ['of digests', findingsDigestZip, digestCode, '// lambda/digest/mail.ts'],
])('the deployment package %s', (_of, zip, bundle, source) => {
  it('has one file', () => {
    expect(Object.keys(unzipSync(readFileSync(zip)))).toEqual(['index.js']);
  });

  it('says nothing of the machine that made it', () => {
    for (const folder of [root, tmpdir(), homedir()]) expect(bundle).not.toContain(folder);
  });

  it('can be read by people', () => {
    expect(bundle).toContain(source);
    expect(Math.max(...bundle.split('\n').map(({ length }) => length))).toBeLessThan(300);
  });

  it('is where the source is', () => {
    expect(zip).toBe(join(root, 'lambda', basename(zip)));
  });
});

describe('with nothing but the SDK of the runtime', () => {
  it('the function of the custom rules handles an event', async () => {
    const requests: Request[] = [];
    const handler = loadedHandler<(event: ConfigRuleEvent) => Promise<void>>(
      code,
      { PutEvaluations: () => ({}) },
      requests,
    );
    await handler(recordedEvent('created'));
    expect(requests).toMatchObject([
      { command: 'PutEvaluations', input: { Evaluations: [{ ComplianceType: 'COMPLIANT' }] } },
    ]);
  });

  it('the function of digests sends one, and leaves itself time to delete what it told', async () => {
    const requests: Request[] = [];
    const handler = loadedHandler<(request: DigestRequest, context: object) => Promise<string>>(
      digestCode,
      {
        ReceiveMessage: () => ({}),
        GetQueueAttributes: () => ({}),
        Publish: () => ({}),
      },
      requests,
    );
    const request: DigestRequest = {
      zone: 'acme-ai',
      route: 'daily',
      every: 'day',
      empty: 'send',
      queueUrl: 'queue',
      topicArn: 'topic',
      rules: {},
    };
    await expect(handler(request, { getRemainingTimeInMillis: () => 900_000 })).resolves.toBe('sent');
    expect(requests.at(-1)).toMatchObject({ command: 'Publish', input: { TopicArn: 'topic' } });
    requests.length = 0;
    await handler(request, { getRemainingTimeInMillis: () => 200_000 });
    expect(requests.map(({ command }) => command)).not.toContain('ReceiveMessage');
  });
});

describe('in another folder', () => {
  const project = mkdtempSync(join(tmpdir(), 'bundle-'));
  const zip = join(project, 'lambda', 'config-rules.zip');
  const digestZip = join(project, 'lambda', 'findings-digest.zip');
  /** The packages as they would be made, one after the other. */
  const bundled = (): Buffer => {
    const script = `import { bundleFiles } from ${JSON.stringify(join(project, 'cli', 'bundle.mjs'))};
      for (const { content } of await bundleFiles(${JSON.stringify(project)})) process.stdout.write(content);`;
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

  const checkedIn = () => Buffer.concat([zip, digestZip].map((path) => readFileSync(path)));

  it('the checked-in packages are made again, in any time zone', () => {
    expect(bundled().equals(checkedIn())).toBe(true);
  });

  it.each(['handler.ts', 'digest/handler.ts'])('a change of %s changes the package', (entry) => {
    const name = `changed_${entry.replace(/\W/g, '_')}`;
    appendFileSync(join(project, 'lambda', entry), `\nexport const ${name} = 'yes';\n`);
    const made = bundled();
    expect(made.equals(checkedIn())).toBe(false);
    expect(made.includes(name)).toBe(true);
  });

  it('the compiled code finds the packages beside the source', () => {
    mkdirSync(join(project, 'build', 'lambda', 'digest'), { recursive: true });
    for (const name of ['index', 'permissions', 'digest/permissions']) {
      const { code: compiled } = transformFileSync(join(root, 'lambda', `${name}.ts`), {
        jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
        module: { type: 'commonjs' },
      });
      writeFileSync(join(project, 'build', 'lambda', `${name}.js`), compiled);
    }
    const compiled: { configRulesZip: string; findingsDigestZip: string } = jest.requireActual(
      join(project, 'build', 'lambda', 'index.js'),
    );
    expect(compiled).toMatchObject({ configRulesZip: zip, findingsDigestZip: digestZip });
  });
});
