import { createInterface } from 'node:readline/promises';
import type { WaitingPlan } from '../../deployment/deployment-options';
import { waitingText } from './report';

/** Where a person can be asked. */
export interface Asking {
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly output: NodeJS.WritableStream & { readonly isTTY?: boolean };
}

/** Whoever started the command. */
export const terminal: Asking = { input: process.stdin, output: process.stderr };

/** Whether somebody is there to approve. */
export const canAsk = ({ input, output }: Asking): boolean => input.isTTY === true && output.isTTY === true;

/** Shows what a wave would do and asks whether it may. Everything but `yes` is a no, also Ctrl-C and Ctrl-D. */
export async function askFor(
  plans: readonly WaitingPlan[],
  wave: number,
  waves: number,
  { input, output }: Asking,
): Promise<boolean> {
  const lines = createInterface({ input, output });
  try {
    const question = `Wave ${wave} of ${waves}:\n${waitingText(plans)}\nApply exactly these plans? Only 'yes' is a yes: `;
    return await new Promise((resolve) => {
      // Either closes the terminal: whether the question is then answered by an error or never depends on the version of Node.
      lines.once('close', () => resolve(false));
      lines.question(question).then(
        (answer) => resolve(answer.trim() === 'yes'),
        () => resolve(false),
      );
    });
  } finally {
    lines.close();
  }
}
