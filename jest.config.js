const shared = {
  testEnvironment: 'node',
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } },
    ],
  },
  setupFiles: ['<rootDir>/test/support/setup.ts'],
};

/** Tests that start an engine: moto, DuckDB, the bundler, the compiler. */
const engines = [
  '<rootDir>/test/audit/',
  '<rootDir>/test/cli/audit/audit.test.ts',
  '<rootDir>/test/cli/fresh-build.test.ts',
  '<rootDir>/test/cli/generate/generate.test.ts',
  '<rootDir>/test/lambda/bundle.test.ts',
  '<rootDir>/test/emulator/authorization/enforcement.test.ts',
  '<rootDir>/test/emulator/emulated-aws.test.ts',
  '<rootDir>/test/emulator/command.test.ts',
];

// `npm run jest` gives young objects more room and collects them in one thread: a fifth less time where cores are few, as in CI.
/** @type {import('jest').Config} */
module.exports = {
  // Jest leaves one core alone, which on a machine of two is half of it.
  maxWorkers: '100%',
  projects: [
    {
      ...shared,
      displayName: 'unit',
      roots: ['<rootDir>/test'],
      testPathIgnorePatterns: ['<rootDir>/test/terraform/', '<rootDir>/test/terrain/', ...engines],
    },
    {
      ...shared,
      displayName: 'engines',
      roots: ['<rootDir>/test'],
      testMatch: engines.map((path) => (path.endsWith('/') ? `${path}**/*.test.ts` : path)),
    },
    { ...shared, displayName: 'terraform', roots: ['<rootDir>/test/terraform'] },
    { ...shared, displayName: 'terrain', roots: ['<rootDir>/test/terrain'] },
  ],
};
