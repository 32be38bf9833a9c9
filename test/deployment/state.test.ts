import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tryResourcesIn } from '../../deployment/state';
import { madeTypes } from '../../rehearsal/rules/made-types';

describe('the state of a stack', () => {
  const folder = mkdtempSync(join(tmpdir(), 'state-'));
  const file = join(folder, 'management.tfstate');
  const key = { mode: 'managed', type: 'aws_kms_key', name: 'key', instances: [{ attributes: { id: 'a' } }] };
  const partition = { mode: 'data', type: 'aws_partition', name: 'here', instances: [{}] };
  afterAll(() => rmSync(folder, { recursive: true }));

  it('holds what Terraform made, and not what it only reads', () => {
    writeFileSync(file, JSON.stringify({ version: 4, resources: [key, partition] }));
    expect(tryResourcesIn(file)).toEqual([key]);
    expect(madeTypes(folder)).toEqual(['aws_kms_key']);
  });

  it('holds nothing where nothing was deployed', () => {
    writeFileSync(file, JSON.stringify({ version: 4 }));
    expect(tryResourcesIn(file)).toEqual([]);
  });

  it('cannot be read before there is one, and while Terraform is writing it', () => {
    expect(tryResourcesIn(join(folder, 'none.tfstate'))).toBeUndefined();
    writeFileSync(file, '{ "version": 4, "resou');
    expect(tryResourcesIn(file)).toBeUndefined();
  });

  it('is not judged by where it cannot be read', () => {
    writeFileSync(file, '');
    expect(() => madeTypes(folder)).toThrow('management.tfstate is no state that can be read');
  });
});
