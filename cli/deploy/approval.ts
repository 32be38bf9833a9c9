import { createInterface } from 'node:readline/promises';
import type { WaitingPlan } from '../../deployment/deployment';
import { waitingText } from './report';

/** Where a person can be asked. */
export interface Asking {
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly output: NodeJS.WritableStream & { readonly isTTY?: boolean };
}

/** Whether somebody is there to approve. */
export const canAsk = ({ input, output }: Asking): boolean => input.isTTY === true && output.isTTY === true;

/** Shows what a wave would do and asks whether it may. Everything but `yes` is a no. */
export async function askFor(
  plans: readonly WaitingPlan[],
  wave: number,
  waves: number,
  { input, output }: Asking,
): Promise<boolean> {
  const lines = createInterface({ input, output });
  try {
    const question = `Wave ${wave} of ${waves}:\n${waitingText(plans)}\nApply exactly these plans? Only 'yes' is a yes: `;
    return (await lines.question(question)).trim() === 'yes';
  } finally {
    lines.close();
  }
}
