/** A part of the bundle, and how much of it could be read. */
export interface Section {
  readonly title: string;
  /** What it says, in one line. */
  readonly summary: string;
  /** Relative to the bundle. */
  readonly files: readonly string[];
  /** What is missing, each with its reason; empty where everything was read. */
  readonly missing: readonly string[];
}

/** A part that was not asked for, or could not be read at all. */
export const notRead = (title: string, reason: string): Section => ({
  title,
  summary: 'not read',
  files: [],
  missing: [reason],
});

/** A part, or why there is none: what one service does not answer must not hide what others did. */
export async function attempt(title: string, read: () => Promise<Section>): Promise<Section> {
  try {
    return await read();
  } catch (error) {
    const { name, message } = error as Error;
    return notRead(title, `${name === 'Error' ? '' : `${name}: `}${message.split('\n', 1)[0]}`);
  }
}
