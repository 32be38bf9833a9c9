import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tokenFor } from '../../../deployment/hcp/token';

describe('the token for a host', () => {
  const home = mkdtempSync(join(tmpdir(), 'landing-zone-home-'));
  afterAll(() => rmSync(home, { recursive: true }));

  it('is that of Terraform, before that of its tfe provider, before what terraform login has written', () => {
    mkdirSync(join(home, '.terraform.d'));
    const credentials = { 'app.terraform.io': { token: 'login' } };
    writeFileSync(join(home, '.terraform.d', 'credentials.tfrc.json'), JSON.stringify({ credentials }));
    const env = { TF_TOKEN_app_terraform_io: 'terraform', TFE_TOKEN: 'provider' };
    expect(tokenFor('app.terraform.io', env, home)).toBe('terraform');
    expect(tokenFor('app.terraform.io', { TFE_TOKEN: 'provider' }, home)).toBe('provider');
    expect(tokenFor('app.terraform.io', {}, home)).toBe('login');
  });

  it('is asked for with what to do, where there is none', () => {
    expect(() => tokenFor('tfe.acme-lab.example', {}, home)).toThrow(
      'there is no token for tfe.acme-lab.example\n  rule: the states of the landing zone are there\n  fix:  run terraform login tfe.acme-lab.example, or set TFE_TOKEN or TF_TOKEN_tfe_acme__lab_example',
    );
  });
});
