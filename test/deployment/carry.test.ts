import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { carry, type Move, whyNotCarry } from '../../deployment/states/carry';

const stateOf = (serial: number, lineage = 'a', resources: unknown[] = []) =>
  JSON.stringify({ version: 4, serial, lineage, outputs: {}, resources });

describe('a state that is carried', () => {
  let folder: string;
  let move: Move;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'landing-zone-carry-'));
    const place = (name: string) => ({ type: 'local', file: join(folder, name, 'security.tfstate') }) as const;
    move = { stack: 'security', from: { type: 'local', file: join(folder, 'old.tfstate') }, to: place('new') };
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const from = () => (move.from as { file: string }).file;
  const to = () => (move.to as { file: string }).file;

  it('arrives as it was, and stays where it was', async () => {
    writeFileSync(from(), stateOf(7, 'a', [{ type: 'aws_s3_bucket' }]));
    expect(await carry(move)).toBe('carried');
    expect(readFileSync(to(), 'utf8')).toBe(stateOf(7, 'a', [{ type: 'aws_s3_bucket' }]));
    expect(existsSync(from())).toBe(true);
    expect(await carry(move)).toBe('there already');
  });

  it('is none where nothing was deployed', async () => {
    expect(await carry(move)).toBe('none');
    writeFileSync(from(), '');
    expect(await carry(move)).toBe('none');
    expect(existsSync(to())).toBe(false);
  });

  it('never takes the place of one that has gone on there, and keeps the older one beside it', async () => {
    writeFileSync(from(), stateOf(7));
    await carry(move);
    writeFileSync(to(), stateOf(9));
    expect(await carry(move)).toBe('there already');
    expect(readFileSync(to(), 'utf8')).toBe(stateOf(9));
    expect(await carry({ ...move, from: move.to, to: move.from })).toBe('carried');
    expect(readFileSync(from(), 'utf8')).toBe(stateOf(9));
    expect(readFileSync(`${from()}.backup`, 'utf8')).toBe(stateOf(7));
  });

  it('is never written over the state of something else', async () => {
    writeFileSync(from(), stateOf(7));
    await carry(move);
    writeFileSync(to(), stateOf(1, 'b'));
    expect(await whyNotCarry(move)).toContain('has another state (lineage b, not a)');
    await expect(carry(move)).rejects.toThrow('a state is never written over another');
    expect(readFileSync(to(), 'utf8')).toBe(stateOf(1, 'b'));
  });

  it('waits for whoever holds it', async () => {
    writeFileSync(from(), stateOf(7));
    writeFileSync(join(folder, '.old.tfstate.lock.info'), '{}');
    await expect(carry(move)).rejects.toThrow('a state is carried while nobody writes it');
    expect(existsSync(to())).toBe(false);
  });

  it('is only said to be carried where nobody wants it yet', async () => {
    writeFileSync(from(), stateOf(7));
    expect(await carry(move, true)).toBe('would be carried');
    expect(existsSync(to())).toBe(false);
  });

  it('is not one that Terraform of today would not read', async () => {
    writeFileSync(from(), JSON.stringify({ version: 3, serial: 1, lineage: 'a' }));
    await expect(carry(move)).rejects.toThrow('is no state of Terraform in format 4');
  });
});
