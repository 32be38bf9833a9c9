import { basename } from 'node:path';
import { errorsIn, type Outcome } from './outcome';
import { toldErrorsIn } from './told-plan';

/** Where a command failed. */
interface FailedIn {
  readonly program: string;
  readonly stack: string;
  readonly logFile: string;
}

/** A Terraform command that failed, with the errors that Terraform told. */
export class TerraformFailure extends Error {
  constructor(command: string, { program, stack, logFile }: FailedIn, { code, output }: Outcome) {
    super(
      `${basename(program)} ${command} of ${stack} failed (exit code ${code ?? 'none'}):\n\n${toldErrorsIn(output) || errorsIn(output)}\n\nAll of it is in ${logFile}`,
    );
  }
}
