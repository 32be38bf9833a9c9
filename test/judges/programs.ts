import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';

/** Where `npm run judges` installs them; one that is installed elsewhere serves as well. */
const places = [join(__dirname, '../../.judges/bin'), ...(process.env.PATH ?? '').split(delimiter)];

/** A suite that needs a program in Python that not everybody has; where it is missing the suite is skipped, and says so. */
export function describeWith(program: 'checkov' | 'cfn-lint', title: string, suite: () => void): void {
  const found = tryFind(program) !== undefined;
  if (!found) process.stderr.write(`skipped: ${title}: ${program} is not installed; npm run judges installs it\n`);
  (found ? describe : describe.skip)(title, suite);
}

/** How cfn-lint ends, and what it says: 0 and nothing where it accepts every template. */
export const lint = (templates: readonly string[]): { readonly status: number | null; readonly said: string } =>
  withFiles(Object.fromEntries(templates.map((template, index) => [`${index}.json`, template])), (_, files) => {
    const { status, stdout, stderr } = spawnSync(tryFind('cfn-lint') ?? 'cfn-lint', files, { encoding: 'utf8' });
    return { status, said: stdout + stderr };
  });

/** A check of checkov that failed, for one resource of a stack. */
export interface Failure {
  readonly check: string;
  readonly name: string;
  /** `<stack>/<resource>`, without its type, which checkov says in half of the cases. */
  readonly where: string;
}

interface CheckovJson {
  readonly summary: { readonly passed: number; readonly parsing_errors: number };
  readonly results: {
    readonly failed_checks: readonly {
      readonly check_id: string;
      readonly check_name: string;
      readonly file_path: string;
      readonly resource: string;
    }[];
  };
}

/**
 * What checkov says of stacks, by name, in its own form of Terraform JSON.
 *
 * @throws Error where it could not read them, or ended otherwise than by judging
 */
export const check = (stacks: Readonly<Record<string, string>>): { passed: number; failures: readonly Failure[] } =>
  withFiles(
    Object.fromEntries(Object.entries(stacks).map(([name, text]) => [`${name}/stack.tf.json`, text])),
    (folder) => {
      const asked = ['--directory', folder, '--framework', 'terraform_json', '--skip-download', '--output', 'json'];
      const { stdout, stderr } = spawnSync(tryFind('checkov') ?? 'checkov', [...asked, '--compact', '--quiet'], {
        encoding: 'utf8',
        maxBuffer: 2 ** 28,
      });
      if (!stdout.includes('"summary"') || stderr.includes('Failed to parse')) throw new Error(`checkov: ${stderr}`);
      const { summary, results } = JSON.parse(stdout) as CheckovJson;
      const failures = results.failed_checks.map(({ check_id, check_name, file_path, resource }) => ({
        check: check_id,
        name: check_name,
        where: `${dirname(file_path).slice(1)}/${resource.slice(resource.indexOf('.') + 1)}`,
      }));
      return { passed: summary.passed, failures };
    },
  );

const tryFind = (program: string): string | undefined =>
  places.map((folder) => join(folder, program)).find((file) => existsSync(file));

function withFiles<T>(texts: Readonly<Record<string, string>>, work: (folder: string, files: string[]) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'judged-'));
  try {
    const files = Object.entries(texts).map(([name, text]) => {
      const file = join(folder, name);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
      return file;
    });
    return work(folder, files);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
