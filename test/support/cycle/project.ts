import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Written } from '../../../rehearsal/changes/written';
import { include } from '../../../tsconfig.build.json';

const root = join(__dirname, '../../..');

/** What people write, each in files of its own. */
const writtenByPeople = ['accounts', 'models'];

/** What the commands read beside their sources. */
const others = ['queries', 'package.json', 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json', 'cdktf.json'];

/** A copy of this project in a folder, with another landing zone in it and no ledger: its commands compile it and work in it. */
export class ProjectCopy {
  /** @param folder is made */
  constructor(readonly folder: string) {
    spawnSync(process.execPath, ['cli/build.mjs'], { cwd: root, stdio: 'inherit' });
    mkdirSync(folder, { recursive: true });
    const copied = [...include, ...others].filter((path) => !writtenByPeople.includes(path));
    // Times tell the compiler what it has compiled before.
    for (const path of [...copied, 'build'])
      cpSync(join(root, path), join(folder, path), { recursive: true, preserveTimestamps: true, filter: isKept });
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  }

  /** Writes the files of a landing zone in place of those that are there. */
  write({ settings, accounts, modelCards }: Written): void {
    for (const path of writtenByPeople) {
      rmSync(join(this.folder, path), { recursive: true, force: true });
      mkdirSync(join(this.folder, path));
    }
    this.file('accounts/landing-zone.ts', 'settings', 'defineLandingZone', settings);
    for (const account of Object.values(accounts))
      this.file(`accounts/${account.name}.ts`, 'account', 'defineAccount', account);
    for (const card of Object.values(modelCards))
      this.file(`models/${card.name}.ts`, 'model-card', 'defineModelCard', card);
  }

  private file(path: string, form: string, define: string, value: unknown): void {
    const text = `import { ${define} } from '../schema/forms/${form}';\n\nexport default ${define}(${JSON.stringify(value, undefined, 2)});\n`;
    writeFileSync(join(this.folder, path), text);
  }
}

const isKept = (path: string): boolean => !['.lock', '.v8-cache', '.incoming'].includes(basename(path));
