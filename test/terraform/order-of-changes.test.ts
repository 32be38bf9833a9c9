import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeDeployed } from '../support/deployed';

jest.setTimeout(60_000);

/** Stands for a resource of AWS that is changed in place. */
const things = (resources: object) => JSON.stringify({ resource: { terraform_data: resources } });
const unit = { input: 'ou', lifecycle: { create_before_destroy: true } };

describeDeployed('what Terraform changes first', (findTools) => {
  it('is the account that leaves an OU, then the OU; and policies go before their type', () => {
    const folder = mkdtempSync(join(tmpdir(), 'landing-zone-order-'));
    const run = (...options: string[]): string =>
      spawnSync(findTools().engine.program, [...options, '-no-color'], { cwd: folder, encoding: 'utf8' }).stdout;
    const apply = (resources: object): string => {
      writeFileSync(join(folder, 'main.tf.json'), things(resources));
      return run('apply', '-auto-approve', '-input=false');
    };
    const idOf = (name: string) => `\${terraform_data.${name}.id}`;
    try {
      writeFileSync(join(folder, 'main.tf.json'), things({}));
      run('init', '-input=false');
      apply({
        organization: { input: ['BACKUP_POLICY'] },
        sandbox: unit,
        workloads: unit,
        account: { input: idOf('sandbox') },
        policy: { input: 'plans', depends_on: ['terraform_data.organization'] },
      });
      const changed = apply({
        organization: { input: [] },
        workloads: unit,
        account: { input: idOf('workloads') },
      });
      const begun = [...changed.matchAll(/^terraform_data\.(\w+): (Destroying|Modifying)/gm)].map(([, name]) => name);
      expect([...begun].sort()).toEqual(['account', 'organization', 'policy', 'sandbox']);
      expect(begun.indexOf('account')).toBeLessThan(begun.indexOf('sandbox'));
      expect(begun.indexOf('policy')).toBeLessThan(begun.indexOf('organization'));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
