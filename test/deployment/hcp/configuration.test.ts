import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { extract } from 'tar-stream';
import { archiveOf } from '../../../deployment/hcp/configuration';

describe('what is uploaded of a stack', () => {
  const directory = mkdtempSync(join(tmpdir(), 'landing-zone-upload-'));
  afterAll(() => rmSync(directory, { recursive: true }));

  const write = (name: string, content: string) => {
    mkdirSync(join(directory, name, '..'), { recursive: true });
    writeFileSync(join(directory, name), content);
  };
  async function filesIn(archive: Uint8Array): Promise<Record<string, string>> {
    const files: Record<string, string> = {};
    const reading = extract();
    reading.end(gunzipSync(archive));
    for await (const entry of reading) {
      const chunks: Buffer[] = [];
      for await (const chunk of entry) chunks.push(chunk as Buffer);
      files[entry.header.name] = Buffer.concat(chunks).toString();
    }
    return files;
  }

  it('is what was synthesized, and nothing that others keep in its folder', async () => {
    write('cdk.tf.json', '{}');
    write('.terraform.lock.hcl', 'provider');
    write('assets/rules/A1/archive.zip', 'code');
    write('.terraform/terraform.tfstate', 'secret');
    write('plan.tfplan', 'secret');
    expect(await filesIn(await archiveOf({ directory }))).toEqual({
      'cdk.tf.json': '{}',
      '.terraform.lock.hcl': 'provider',
      'assets/rules/A1/archive.zip': 'code',
    });
  });

  it('is the same for the same folder', async () => {
    const [first, second] = [await archiveOf({ directory }), await archiveOf({ directory })];
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
  });
});
