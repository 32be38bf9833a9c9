import { parseArgs } from 'node:util';
import { main } from '../cli/main';

const usage = 'Does something.\n';

/** Runs a command to its end and answers its exit code and what it wrote to stderr. */
async function outcome(command: () => Promise<number>): Promise<{ code: unknown; stderr: string }> {
  const written: string[] = [];
  const write = jest.spyOn(process.stderr, 'write').mockImplementation((text) => written.push(String(text)) > 0);
  const before = process.exitCode;
  try {
    main(usage, command);
    await new Promise((resolve) => setImmediate(resolve));
    return { code: process.exitCode, stderr: written.join('') };
  } finally {
    process.exitCode = before;
    write.mockRestore();
  }
}

describe('a command', () => {
  it('ends with the code that it answers', async () => {
    expect(await outcome(async () => 3)).toEqual({ code: 3, stderr: '' });
  });

  it('ends with code 1 and the message alone where it fails', async () => {
    const failed = outcome(async () => {
      throw new Error('terraform is not installed');
    });
    expect(await failed).toEqual({ code: 1, stderr: 'terraform is not installed\n' });
  });

  it('shows how it is used where an option is mistyped', async () => {
    const mistyped = outcome(async () => {
      parseArgs({ args: ['--stak', 'management'], options: { stack: { type: 'string' } } });
      return 0;
    });
    const { code, stderr } = await mistyped;
    expect(code).toBe(1);
    expect(stderr).toContain("'--stak'");
    expect(stderr).toMatch(/\n\nDoes something\.\n$/);
  });
});
