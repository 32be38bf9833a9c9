import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

const cfnLint = (process.env.PATH ?? '')
  .split(delimiter)
  .map((folder) => join(folder, 'cfn-lint'))
  .find((program) => existsSync(program));

/** How cfn-lint ends, and what it says: 0 and nothing where it accepts every template. */
export function lint(templates: readonly string[]): { readonly status: number | null; readonly said: string } {
  const folder = mkdtempSync(join(tmpdir(), 'templates-'));
  try {
    const files = templates.map((template, index) => {
      const file = join(folder, `${index}.json`);
      writeFileSync(file, template);
      return file;
    });
    const { status, stdout, stderr } = spawnSync(cfnLint ?? 'cfn-lint', files, { encoding: 'utf8' });
    return { status, said: stdout + stderr };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A suite that needs cfn-lint, a tool in Python that not everybody has; where it is missing the suite is skipped, and says so. */
export function describeWithCfnLint(title: string, suite: () => void): void {
  if (!cfnLint) process.stderr.write(`skipped: ${title}: cfn-lint is not installed\n`);
  (cfnLint ? describe : describe.skip)(title, suite);
}
