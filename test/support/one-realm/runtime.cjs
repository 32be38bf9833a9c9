const { readFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const { default: Runtime } = require('jest-runtime');
const compileInMemory = require('./compile-in-memory.cjs');

/** How Jest compiles what a test file requires. */
const asCommonJs = {
  isInternalModule: false,
  supportsDynamicImport: false,
  supportsExportNamespaceFrom: false,
  supportsStaticESM: false,
  supportsTopLevelAwait: false,
};

/** Of the test file that this worker runs now. */
let runtime;

/** Source maps of what Node has loaded: a stack trace may lead through what an earlier test file required. */
const sourceMaps = new Map();

require.extensions['.ts'] = (module, file) => {
  const { compiler, coverage } = runtime;
  const { code, sourceMapPath } = compiler.transform(file, { ...asCommonJs, ...coverage }, readFileSync(file, 'utf8'));
  sourceMaps.set(file, sourceMapPath);
  runtime.getSourceMaps().set(file, sourceMapPath);
  module._compile(code, file);
};

/** In watch mode a worker may live longer than what it has read. */
const forgetProject = () => {
  for (const file of sourceMaps.keys()) delete require.cache[file];
};

// Node tries extensions in the order in which they came: a module goes before data of its name.
const { '.json': readData } = require.extensions;
delete require.extensions['.json'];
require.extensions['.json'] = readData;

/** Refuses what would give a test the same modules again while it looks as if they were fresh ones. */
const refuseToLoadAnew = (call) => {
  throw new Error(
    `${call} would load nothing anew, because Node keeps modules for all test files of a worker: list this file in \`engines\` of jest.config.js`,
  );
};

/**
 * Jest's runtime, where Node itself loads everything but the test file, once for all test files of a worker. Jest otherwise loads the
 * product, CDKTF and its own assertions anew for each file, a thousand modules: half of the time of the unit suite.
 */
module.exports = class extends Runtime {
  constructor(config, environment, resolver, compiler, sources, coverage, testPath, globalConfig) {
    super(config, environment, resolver, compiler, sources, coverage, testPath, globalConfig);
    Object.assign(this, { resolver, compiler, coverage });
    compileInMemory(compiler, config);
    if (globalConfig.watch || globalConfig.watchAll) forgetProject();
    for (const [file, map] of sourceMaps) this.getSourceMaps().set(file, map);
    this.runsTests = true;
    runtime = this;
  }

  teardown() {
    this.runsTests = false;
    super.teardown();
  }

  requireModule(from, name, ...more) {
    if (name === undefined || this.resolver.isCoreModule(name)) return super.requireModule(from, name, ...more);
    return createRequire(from)(name);
  }

  _requireMockWithId(_from, name) {
    throw new Error(`jest.mock('${name}') would change the test file alone, and nothing that it tests: use jest.spyOn`);
  }

  isolateModules() {
    refuseToLoadAnew('jest.isolateModules');
  }

  async isolateModulesAsync() {
    refuseToLoadAnew('jest.isolateModulesAsync');
  }

  /** Jest itself calls it before and after the tests of a file. */
  resetModules() {
    if (this.runsTests) refuseToLoadAnew('jest.resetModules');
    super.resetModules();
  }
};
module.exports.default = module.exports;
