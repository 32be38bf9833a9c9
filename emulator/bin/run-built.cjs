const { existsSync } = require('node:fs');
const { join } = require('node:path');

/** Runs a command of the build, by its path in there, and ends with its exit code. */
module.exports = (path) => {
  const command = join(__dirname, '../../build/emulator', path);
  if (!existsSync(command)) {
    process.stderr.write('It is not built yet: run `npm run build` in the root of the repository.\n');
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
};
