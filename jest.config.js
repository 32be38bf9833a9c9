const { readFileSync } = require('node:fs');
const { join } = require('node:path');

const common = {
  testEnvironment: 'node',
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      // A map within the code would be searched for, decoded and encoded again.
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' }, sourceMaps: true },
    ],
  },
  setupFiles: ['<rootDir>/test/support/setup.ts'],
};

/** Tests that start an engine (moto, DuckDB, bundler, compiler, other processes), and those that look into CDKTF's own modules. */
const engines = [
  '<rootDir>/test/architecture.test.ts',
  '<rootDir>/test/audit/',
  '<rootDir>/test/cli/audit/audit.test.ts',
  '<rootDir>/test/cli/audit/files.test.ts',
  '<rootDir>/test/cli/deploy/deploy.test.ts',
  '<rootDir>/test/cli/hcp/bootstrap.test.ts',
  '<rootDir>/test/cli/fresh-build.test.ts',
  '<rootDir>/test/cli/generate/generate.test.ts',
  '<rootDir>/test/cli/new/biome.test.ts',
  '<rootDir>/test/cli/rehearse/signals.test.ts',
  '<rootDir>/test/cli/synth/broken-files.test.ts',
  '<rootDir>/test/cli/warnings.test.ts',
  '<rootDir>/test/cli/synth/file-mistakes.test.ts',
  '<rootDir>/test/deployment/deployment.test.ts',
  '<rootDir>/test/deployment/process-groups.test.ts',
  '<rootDir>/test/deployment/teardown.test.ts',
  '<rootDir>/test/cli/cost/sample.test.ts',
  '<rootDir>/test/docs-commands.test.ts',
  '<rootDir>/test/docs-tour.test.ts',
  '<rootDir>/test/examples/',
  '<rootDir>/test/lambda/bundle.test.ts',
  '<rootDir>/test/organizations/',
  '<rootDir>/test/rehearsal/changes/rehearse-changes.test.ts',
  '<rootDir>/test/rehearsal/older-release.test.ts',
  '<rootDir>/test/review/verdicts.test.ts',
  '<rootDir>/test/schema/every-field.test.ts',
  '<rootDir>/test/stacks/kernel/stack-traces.test.ts',
  '<rootDir>/test/stacks/kernel/token-resolution.test.ts',
  '<rootDir>/test/emulator/authorization/enforcement.test.ts',
  '<rootDir>/test/emulator/emulated-aws.test.ts',
  '<rootDir>/test/emulator/service-models.test.ts',
  '<rootDir>/test/emulator/command.test.ts',
  '<rootDir>/test/emulator/hcp/command.test.ts',
  '<rootDir>/test/emulator/empty-lists.test.ts',
  '<rootDir>/test/emulator/read-operations.test.ts',
  '<rootDir>/test/upgrading.test.ts',
];

/** Tests of what holds for every landing zone: random ones, hundreds of them, synthesized whole. */
const properties = '-properties\\.test\\.ts$';

/** Unit tests, and what runs as they do: `test/support/one-realm/` says how, and why. */
const inOneRealm = {
  ...common,
  testEnvironment: '<rootDir>/test/support/one-realm/environment.cjs',
  runtime: '<rootDir>/test/support/one-realm/runtime.cjs',
  roots: ['<rootDir>/test'],
};

/**
 * Tests that tell of the landing zone of the sample: what the pages do with it, what somebody makes of it, an ordinary day in its accounts.
 * They prove nothing of another one in `accounts/`; the other proofs read its names and run there too.
 */
const ofTheSample = [
  '<rootDir>/test/cli/cost/sample.test.ts',
  '<rootDir>/test/docs-commands.test.ts',
  '<rootDir>/test/docs-tour.test.ts',
  '<rootDir>/test/organizations/',
  '<rootDir>/test/upgrading.test.ts',
  '<rootDir>/test/policy/paths/',
  '<rootDir>/test/policy/proofs/day-to-day.test.ts',
  '<rootDir>/test/policy/proofs/model-approval.test.ts',
];
const exampleAccountId = '111122223333';
const isSample = readFileSync(join(__dirname, 'accounts/management.ts'), 'utf8').includes(exampleAccountId);
const leftOut = isSample ? [] : ofTheSample;

// `npm run jest` gives young objects more room and collects them in one thread: a fifth less time where cores are few, as in CI.
/** @type {import('jest').Config} */
module.exports = {
  // Jest leaves one core alone, which on a machine of two is half of it.
  maxWorkers: '100%',
  projects: [
    {
      ...inOneRealm,
      displayName: 'unit',
      testPathIgnorePatterns: [
        '<rootDir>/test/terraform/',
        '<rootDir>/test/terrain/',
        '<rootDir>/test/judges/',
        properties,
        ...engines,
        ...leftOut,
      ],
    },
    { ...inOneRealm, displayName: 'properties', testMatch: undefined, testRegex: [properties] },
    {
      ...common,
      displayName: 'engines',
      setupFilesAfterEnv: ['<rootDir>/test/support/patience.ts'],
      roots: ['<rootDir>/test'],
      testMatch: engines.map((path) => (path.endsWith('/') ? `${path}**/*.test.ts` : path)),
      testPathIgnorePatterns: leftOut,
    },
    { ...common, displayName: 'terraform', roots: ['<rootDir>/test/terraform'] },
    { ...common, displayName: 'terrain', roots: ['<rootDir>/test/terrain'] },
    { ...common, displayName: 'judges', roots: ['<rootDir>/test/judges'] },
  ],
};
