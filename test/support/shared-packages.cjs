const hooks = require('node:async_hooks');
const { existsSync, statfsSync } = require('node:fs');
const vm = require('node:vm');
const { TestEnvironment } = require('jest-environment-node');

/** Jest makes a storage for each test file and forgets it, and Node carries every storage along with each promise from then on. */
const storages = new Set();
hooks.AsyncLocalStorage = class extends hooks.AsyncLocalStorage {
  constructor(...settings) {
    super(...settings);
    storages.add(this);
  }
};

/** Jest compiles each module anew for each test file; with what V8 found when it did so before, that takes a third of the time. */
const { compileFunction } = vm;
const seen = new Map();
vm.compileFunction = (source, parameters, options) => {
  const before = seen.get(options.filename);
  const again = before?.source === source;
  const compiled = compileFunction(source, parameters, {
    ...options,
    cachedData: again ? before.cachedData : undefined,
    produceCachedData: again && before.cachedData === undefined,
  });
  if (!again) seen.set(options.filename, { source });
  else before.cachedData ??= compiled.cachedData;
  return compiled;
};

/** Landing zones are written by the hundreds, and read again: Linux keeps these files in memory, where it has some to spare. */
const memory = '/dev/shm';
const enough = 512 * 2 ** 20;
if (existsSync(memory) && statfsSync(memory).bavail * statfsSync(memory).bsize > enough) process.env.TMPDIR ??= memory;

/**
 * Node's environment in which large packages are loaded once for all test files of a worker. Jest otherwise loads them anew for each:
 * a fifth of the time of the unit suite. What they export is of another realm, so a test may not ask `instanceof Error` of what they
 * throw, nor look into their modules: such tests belong to the project `engines`.
 */
module.exports = class extends TestEnvironment {
  constructor(...settings) {
    super(...settings);
    this.global.requireShared = (file) => require(file);
  }

  async teardown() {
    for (const storage of storages) storage.disable();
    storages.clear();
    await super.teardown();
  }
};
