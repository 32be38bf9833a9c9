// Makes controls/index.ts out of the files of controls/. Plain JavaScript: it has to run while the old registry does not compile.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** What stands beside the services. */
const others = ['index.ts', 'retired.json', 'where.ts'];

/**
 * The registry, and the ids that a control once had: nobody may have them again, because an auditor may still read of them.
 *
 * @param {string} root folder of the project
 * @returns {{ problem?: string, files: { path: string, content: string }[] }} what is wrong with the folder, or what to write
 */
export function registryFiles(root) {
  const folder = join(root, 'controls');
  const [index, retiredFile] = [join(folder, 'index.ts'), join(folder, 'retired.json')];
  const files = controlsIn(folder);
  const ids = files.map(({ id }) => id);
  const retired = JSON.parse(readFileSync(retiredFile, 'utf8'));
  const problem = tryProblem(
    strayIn(folder),
    ids.filter((id) => retired.includes(id)),
  );
  if (problem) return { problem, files: [] };
  const gone = [...readFileSync(index, 'utf8').matchAll(/ {2}file\('[^/]+\/([^']+)'/g)]
    .map(([, id]) => id)
    .filter((id) => !ids.includes(id));
  return {
    files: [
      { path: index, content: registryOf(files) },
      { path: retiredFile, content: `${JSON.stringify([...retired, ...gone].sort(), null, 2)}\n` },
    ],
  };
}

function tryProblem(stray, again) {
  if (stray.length > 0)
    return `controls/: ${stray.join(', ')} is not a control\n  rule: a control is controls/<service>/<id>.ts\n  fix:  move it into the folder of a service`;
  if (again.length > 0)
    return `controls/: ${again.join(', ')} was retired\n  rule: an id is never used again\n  fix:  choose another id; where it was never deployed, take it out of controls/retired.json`;
  return undefined;
}

const strayIn = (folder) =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)))
    .filter((file) => !others.includes(file) && !/^[^/\\]+[/\\][^/\\]+\.ts$/.test(file))
    .sort();

const controlsIn = (folder) =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name: service }) =>
      readdirSync(join(folder, service))
        .filter((file) => file.endsWith('.ts'))
        .map((file) => ({ service, id: file.slice(0, -3) })),
    )
    .sort((a, b) => (a.id < b.id ? -1 : 1));

const variable = (id) => id.replace(/-(\w)/g, (_match, first) => first.toUpperCase());

const registryOf = (files) => `// Written by \`npm run generate\`.
import type { SourceFile } from '../schema/problems/problem';
${files.map(({ service, id }) => `import ${variable(id)} from './${service}/${id}';`).join('\n')}

const file = (path: string, value: unknown): SourceFile => ({ file: \`controls/\${path}.ts\`, value });

/** The catalog: every control with its file. */
export const controlFiles: readonly SourceFile[] = [
${files.map(({ service, id }) => `  file('${service}/${id}', ${variable(id)}),`).join('\n')}
];
`;
