const hooks = require('node:async_hooks');
const { relative } = require('node:path');
const vm = require('node:vm');
const { ModernFakeTimers } = require('@jest/fake-timers');
const { ModuleMocker } = require('jest-mock');
const takeTemporaryFolder = require('./temporary-folder.cjs');

/** Jest makes a storage for each test file and forgets it, and Node carries every storage along with each promise from then on. */
const storages = new Set();
hooks.AsyncLocalStorage = class extends hooks.AsyncLocalStorage {
  constructor(...settings) {
    super(...settings);
    storages.add(this);
  }
};

/** Jest asks for a context of `node:vm` to compile into; this one stands for the context that everything else is in. */
const here = vm.createContext();

/** What is loaded anew for each test file is the same text each time; with what V8 found before, compiling it takes a third of the time. */
const { compileFunction } = vm;
const seen = new Map();
vm.compileFunction = (source, parameters, { parsingContext, ...options }) => {
  if (parsingContext !== here) return compileFunction(source, parameters, { ...options, parsingContext });
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

takeTemporaryFolder(process);
const { exit, env } = process;

/** Where Jest keeps what listens to a run: what an earlier file left there would listen to every later one. */
const listeners = Symbol.for('EVENT_HANDLERS');

/**
 * An environment that is no sandbox: test files run where Node runs the product, so an `Error` is the same class everywhere. What a
 * worker loaded for one test file serves the next (`runtime.cjs`); a file that leaves the process changed fails.
 */
module.exports = class {
  global = globalThis;
  moduleMocker = new ModuleMocker(globalThis);
  fakeTimers = null;

  constructor({ projectConfig }, { testPath }) {
    this.fakeTimersModern = new ModernFakeTimers({ config: projectConfig, global: globalThis });
    this.testFile = relative(projectConfig.rootDir, testPath);
  }

  async setup() {
    this.before = { variables: { ...env }, folder: process.cwd(), exitCode: process.exitCode };
  }

  async teardown() {
    this.fakeTimersModern.dispose();
    for (const storage of storages) storage.disable();
    storages.clear();
    delete globalThis[listeners];
    process.exit = exit;
    this.restoreProcess();
  }

  /** Each worker runs many files: what one of them changes would be found by the next. */
  restoreProcess() {
    const { folder, exitCode } = this.before;
    const changed = this.restoreVariables().map((name) => `process.env.${name}`);
    if (process.cwd() !== folder) changed.push('process.cwd()');
    if (process.exitCode !== exitCode) changed.push('process.exitCode');
    process.chdir(folder);
    process.exitCode = exitCode;
    if (changed.length > 0)
      throw new Error(`${this.testFile} leaves ${changed.join(', ')} changed: set them back after each test`);
  }

  restoreVariables() {
    const { variables } = this.before;
    const names = Object.keys({ ...variables, ...env, ...process.env });
    const changed = names.filter((name) => process.env[name] !== variables[name]);
    process.env = env;
    for (const name of changed) delete env[name];
    Object.assign(env, variables);
    return changed;
  }

  exportConditions() {
    return ['node', 'node-addons'];
  }

  getVmContext() {
    return here;
  }
};
