import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { packTemplate } from '../../policy/conformance-pack';
import { bucketEncryptionRole, seedPack } from '../../policy/seed-pack';
import { sampleSettings, zoneOf } from '../support/zone';

const keys = ['arn:aws:kms:eu-central-1:111122223333:key/a', 'arn:aws:kms:eu-central-1:111122223333:key/b'];
const config = { sagemakerEndpointKmsKeyArns: keys };
const withKeys = () => zoneOf({ settings: { services: { ...sampleSettings().services, config } } });

const cfnLint = tryCommand('cfn-lint');

describe('the seed pack', () => {
  it('declares the endpoint keys and hands them to the rule where the settings name some', () => {
    const pack = seedPack(withKeys());
    const used = pack.rules.flatMap(({ parameters = {} }) => Object.values(parameters));
    expect(used).toEqual(Object.keys(pack.parameters));
    expect(Object.values(pack.parameters)).toEqual([keys.join(',')]);
  });

  it('has no parameter where any customer managed key will do', () => {
    const pack = seedPack(zoneOf());
    expect(pack.parameters).toEqual({});
    expect(pack.rules.filter(({ parameters }) => parameters)).toEqual([]);
  });

  it('repairs with a role of the landing zone, whose roles only the deploy role may change', () => {
    const roles = seedPack(zoneOf()).rules.flatMap(({ remediation }) => remediation?.role ?? []);
    expect(roles).toEqual([bucketEncryptionRole(zoneOf())]);
    expect(roles[0]).toMatch(/^acme-ai-/);
  });

  it('names each rule once', () => {
    const names = seedPack(zoneOf()).rules.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  // cfn-lint is a Python tool, and not everybody who works on the landing zone has it.
  (cfnLint ? it : it.skip)(
    'is a template that cfn-lint accepts',
    () => {
      const folder = mkdtempSync(join(tmpdir(), 'pack-'));
      try {
        const files = [zoneOf(), withKeys()].map((zone, index) => {
          const file = join(folder, `${index}.json`);
          writeFileSync(file, packTemplate(seedPack(zone)));
          return file;
        });
        const { status, stdout } = spawnSync(cfnLint ?? '', files, { encoding: 'utf8' });
        expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
    20_000,
  );
});

/** The command as a path, or undefined where the machine does not have it. */
function tryCommand(name: string): string | undefined {
  const candidates = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name));
  return candidates.find((candidate) => existsSync(candidate));
}
