// Runs `landing-zone generate`: the code of the functions comes first, because the pages describe it; where a control is wrong
// after all, it is put back as it was.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { bundleFiles } from './bundle.mjs';

/**
 * @param {string} root folder of the project
 * @param {() => Promise<void>} run compiles, checks the controls and writes the pages; it sets the exit code
 * @param {readonly string[]} args what was written on the command line
 */
export async function generate(root, run, args) {
  const made = (await bundleFiles(root)).filter(isDifferent);
  if (args.includes('--check') && made.length > 0) {
    for (const { path } of made)
      process.stderr.write(`${relative(root, path)} is stale\n  rule: it is generated\n  fix:  npm run generate\n`);
    process.exitCode = 2;
    return;
  }
  const undo = replace(made);
  const interrupted = () => {
    undo();
    process.exit(130);
  };
  process.once('SIGINT', interrupted);
  process.once('SIGTERM', interrupted);
  try {
    await run();
  } catch (error) {
    undo();
    throw error;
  }
  process.off('SIGINT', interrupted);
  process.off('SIGTERM', interrupted);
  if (process.exitCode) undo();
  else if (!args.includes('--quiet'))
    for (const { path } of made) process.stderr.write(`Written: ${relative(root, path)}\n`);
}

const isDifferent = ({ path, content }) => !tryRead(path)?.equals(Buffer.from(content));

/** Writes files, and answers how to put them back. */
function replace(files) {
  const before = files.map(({ path }) => ({ path, content: tryRead(path) }));
  for (const { path, content } of files) writeFileSync(path, content);
  return () => {
    for (const { path, content } of before) content ? writeFileSync(path, content) : rmSync(path);
  };
}

const tryRead = (path) => (existsSync(path) ? readFileSync(path) : undefined);
