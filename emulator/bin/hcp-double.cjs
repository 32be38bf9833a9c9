#!/usr/bin/env node
const { existsSync } = require('node:fs');
const { join } = require('node:path');

const command = join(__dirname, '../../build/emulator/hcp/command.js');
if (!existsSync(command)) {
  process.stderr.write('The double is not built yet: run `npm run build` in the root of the repository.\n');
  process.exit(1);
}
require(command)
  .run(process.argv.slice(2))
  .then(
    (code) => process.exit(code),
    (error) => {
      process.stderr.write(`${error.message}\n`);
      process.exit(1);
    },
  );
