/** Makes of each module of a shared package one line that takes it from outside of the test's own realm. */
module.exports = {
  process: (_source, file) => ({ code: `module.exports = requireShared(${JSON.stringify(file)});` }),
  getCacheKey: (_source, file) => `shared ${file}`,
};
