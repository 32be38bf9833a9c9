import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The least that any synth has to do, in a process of its own: `floor <from> <to>` writes the same bytes again. */
const [from = '', to = ''] = process.argv.slice(2);
const files = readdirSync(from, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name));
const contents = files.map((file) => ({ path: join(to, file.slice(from.length)), content: readFileSync(file) }));
const started = performance.now();
for (const { path, content } of contents) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}
const seconds = (performance.now() - started) / 1000;
const bytes = contents.reduce((sum, { content }) => sum + content.length, 0);
process.stdout.write(JSON.stringify({ seconds, bytes }));
