import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { compileProject } from '../support/compiled-project';

jest.setTimeout(60_000);

/** What a process of Node 20 writes to stderr that runs a script and then makes a client of the SDK. */
function warningsAfter(script: string): string {
  const { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: _, ...env } = process.env;
  const client = "new (require('@aws-sdk/client-sts').STSClient)({ region: 'eu-central-1' })";
  const program = `
    Object.defineProperty(process, 'version', { value: 'v20.9.0' });
    (async () => { ${script}; ${client}; })();`;
  return spawnSync(process.execPath, ['-e', program], { cwd: join(__dirname, '../..'), env, encoding: 'utf8' }).stderr;
}

describe('a command', () => {
  const folder = compileProject();
  afterAll(() => rmSync(folder, { recursive: true }));

  it('does not tell its user which version of Node the SDK of a year to come will need', () => {
    expect(warningsAfter('')).toContain('NodeVersionSupportWarning');
    expect(warningsAfter(`await require('${folder}/build/cli/main.js').main(['--version'])`)).toBe('');
  });
});
