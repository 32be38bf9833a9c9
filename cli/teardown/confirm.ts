import { createInterface } from 'node:readline/promises';
import type { Asking } from '../deploy/approval';

/** Shows what goes and asks for the name. Everything but the name is a no, also Ctrl-C and Ctrl-D. */
export async function askForName(shown: string, name: string, { input, output }: Asking): Promise<boolean> {
  const lines = createInterface({ input, output });
  try {
    const question = `${shown}\n\nThis cannot be undone. Type the name of the landing zone to tear it down: `;
    return await new Promise((resolve) => {
      // Either closes the terminal: whether the question is then answered by an error or never depends on the version of Node.
      lines.once('close', () => resolve(false));
      lines.question(question).then(
        (answer) => resolve(answer.trim() === name),
        () => resolve(false),
      );
    });
  } finally {
    lines.close();
  }
}
