import { createHash } from 'node:crypto';
import { serialize } from 'node:v8';

/** Enough for a test file, which asks for few things often, and for what many of them ask for. */
const kept = 16;

/**
 * The function, asked once about the same data by all test files of a worker. What it answers is frozen or a text, because the next
 * test gets it too. Data that has functions in it cannot be compared, so of that nothing is kept.
 */
export function remembered<A, B>(compute: (argument: A) => B): (argument: A) => B {
  const answers = new Map<string, B>();
  return (argument) => {
    const key = tryDigest(argument);
    if (key === undefined) return compute(argument);
    const known = answers.get(key);
    const answer = known ?? compute(argument);
    // The last is the one that was asked for last.
    answers.delete(key);
    answers.set(key, answer);
    const [oldest] = answers.keys();
    if (answers.size > kept && oldest !== undefined) answers.delete(oldest);
    return answer;
  };
}

function tryDigest(data: unknown): string | undefined {
  try {
    return createHash('sha256').update(serialize(data)).digest('base64');
  } catch (error) {
    if (error instanceof Error && error.message.endsWith('could not be cloned.')) return undefined;
    throw error;
  }
}
