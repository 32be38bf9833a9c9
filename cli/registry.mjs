// Writes controls/index.ts out of the files of controls/. Plain JavaScript: it has to run while the old registry does not compile.
//   --check   write nothing; exit 1 where the registry is stale
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../controls/', import.meta.url));
const paths = {
  registry: join(folder, 'index.ts'),
  /** Ids that a control once had. Nobody may have them again: an auditor may still read of them. */
  retired: join(folder, 'retired.json'),
};

/** What stands beside the services. */
const others = ['index.ts', 'retired.json', 'where.ts', 'mappings.ts', 'job-settings.ts', 'outsiders.ts'];

const stray = readdirSync(folder, { withFileTypes: true, recursive: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
  .filter((file) => !others.includes(file) && !/^[^/\\]+[/\\][^/\\]+\.ts$/.test(file))
  .sort();

const files = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name: service }) =>
    readdirSync(join(folder, service))
      .filter((file) => file.endsWith('.ts'))
      .map((file) => ({ service, id: file.slice(0, -3) })),
  )
  .sort((a, b) => (a.id < b.id ? -1 : 1));

const variable = (id) => id.replace(/-(\w)/g, (_match, first) => first.toUpperCase());

const registry = `// Written by \`npm run generate\`.
import type { SourceFile } from '../schema/problems/problem';
${files.map(({ service, id }) => `import ${variable(id)} from './${service}/${id}';`).join('\n')}

const file = (path: string, value: unknown): SourceFile => ({ file: \`controls/\${path}.ts\`, value });

/** The catalog: every control with its file. */
export const controlFiles: readonly SourceFile[] = [
${files.map(({ service, id }) => `  file('${service}/${id}', ${variable(id)}),`).join('\n')}
];
`;

const before = readFileSync(paths.registry, 'utf8');
const ids = files.map(({ id }) => id);
const retired = JSON.parse(readFileSync(paths.retired, 'utf8'));
const again = ids.filter((id) => retired.includes(id));
if (stray.length > 0) {
  console.error(
    `controls/: ${stray.join(', ')} is no control\n  rule: a control is controls/<service>/<id>.ts\n  fix:  move it into the folder of a service`,
  );
  process.exitCode = 1;
} else if (again.length > 0) {
  console.error(
    `controls/: ${again.join(', ')} was retired\n  rule: an id is never used again\n  fix:  choose another id; where it was never deployed, take it out of controls/retired.json`,
  );
  process.exitCode = 1;
} else if (process.argv.includes('--check')) {
  if (registry !== before) {
    console.error('controls/index.ts is stale\n  rule: it lists every control\n  fix:  npm run generate');
    process.exitCode = 1;
  }
} else {
  const gone = [...before.matchAll(/ {2}file\('[^/]+\/([^']+)'/g)]
    .map(([, id]) => id)
    .filter((id) => !ids.includes(id));
  writeFileSync(paths.registry, registry);
  writeFileSync(paths.retired, `${JSON.stringify([...retired, ...gone].sort(), null, 2)}\n`);
}
