/** A line of Terraform's machine-readable output. Source: Terraform docs, "Machine-Readable UI". */
interface Line {
  readonly '@level'?: string;
  readonly '@message'?: string;
  readonly type?: string;
  readonly diagnostic?: { readonly severity: string; readonly summary: string; readonly detail?: string };
}

/**
 * The log of a plan or apply as a person reads it. HCP Terraform keeps it as plain text, or as one JSON document a line where the workspace
 * has structured output; between two control characters either way.
 */
export const readableLog = (log: string): string =>
  log
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the frame of a log, and the colors in it
    .replace(/[\u0002\u0003]|\u001b\[[0-9;]*m/g, '')
    .split('\n')
    .map(readable)
    .join('\n')
    .trim();

function readable(line: string): string {
  const told = tryParse(line);
  if (!told) return line;
  const { diagnostic } = told;
  if (diagnostic?.severity === 'error')
    return `Error: ${diagnostic.summary}${diagnostic.detail ? `\n\n${diagnostic.detail}` : ''}\n`;
  return told['@message'] ?? '';
}

function tryParse(line: string): Line | undefined {
  if (!line.startsWith('{')) return undefined;
  try {
    return JSON.parse(line) as Line;
  } catch {
    return undefined;
  }
}
