const { mkdtempSync, writeFileSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { transformSync } = require('@swc/core');

/** Of the source maps of a worker, in its own temporary folder: a stack trace is looked up in files. */
let folder;
let maps = 0;

function keepMap(map) {
  folder ??= mkdtempSync(join(tmpdir(), 'source-maps-'));
  const file = join(folder, `${maps++}.map`);
  writeFileSync(file, map);
  return file;
}

/**
 * Has Jest compile TypeScript anew in each run. Its cache on disk is looked up, checked and written by five files and twenty calls of the
 * system for each source, which takes longer than compiling it, and far longer where the cache is empty, as in CI.
 */
module.exports = (compiler, { transform }) => {
  const transformSource = compiler.transformSource.bind(compiler);
  compiler.transformSource = (filename, content, how) => {
    const wanted = transform.find(([pattern]) => new RegExp(pattern).test(filename));
    if (how.instrument || !wanted) return transformSource(filename, content, how);
    const [, , options] = wanted;
    const { code, map } = transformSync(content, { ...options, filename });
    return { code, originalCode: content, sourceMapPath: keepMap(map) };
  };
};
