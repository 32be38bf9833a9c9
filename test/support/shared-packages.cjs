const { TestEnvironment } = require('jest-environment-node');

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
};
