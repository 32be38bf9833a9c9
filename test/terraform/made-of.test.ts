import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { configurationFile, configurationOf, stamped, tryTextIn, withMadeOf } from '../../schema/facts/made-of';
import { describeDeployed } from '../support/deployed';

jest.setTimeout(60_000);

/** A stack in which one resource is changed in place, before another that AWS refuses to change where its text is `refused`. */
const stackOf = (text: string): string => {
  const postcondition = [{ condition: `\${self.output != "refused"}`, error_message: 'access denied' }];
  const terraform_data = {
    early: { input: text },
    late: { input: text, depends_on: ['terraform_data.early'], lifecycle: { postcondition } },
  };
  return stamped(JSON.stringify(withMadeOf({ resource: { terraform_data } }, '1.0.0'), undefined, 2));
};

describeDeployed('what a stack publishes of itself', (findTools) => {
  const folder = mkdtempSync(join(tmpdir(), 'landing-zone-made-of-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  const run = (...options: string[]) =>
    spawnSync(findTools().engine.program, [...options, '-no-color'], { cwd: folder, encoding: 'utf8' });
  const write = (text: string) => writeFileSync(join(folder, configurationFile), stackOf(text));
  const apply = () => run('apply', '-auto-approve', '-input=false').status;
  const state = () => JSON.parse(readFileSync(join(folder, 'terraform.tfstate'), 'utf8'));
  const published = () => {
    const { made_of, made_of_json } = state().outputs;
    return { configuration: made_of.value.configuration, text: tryTextIn(made_of_json.value) };
  };
  const madeOf = (text: string) => ({ configuration: configurationOf(stackOf(text)), text: stackOf(text) });

  it('is its hash and its text, once all of it is applied', () => {
    write('first');
    run('init', '-input=false');
    expect(apply()).toBe(0);
    expect(published()).toEqual(madeOf('first'));
  });

  it('stays what it was where a change in place fails, although every resource is there', () => {
    write('refused');
    expect(apply()).toBe(1);
    expect(published()).toEqual(madeOf('first'));
    const early = state().resources.find(({ name }: { readonly name: string }) => name === 'early');
    expect(early.instances[0].attributes.input).toMatchObject({ value: 'refused' });
  });

  it('is the new one once that is mended, and then no plan changes anything', () => {
    write('second');
    expect(apply()).toBe(0);
    expect(published()).toEqual(madeOf('second'));
    expect(run('plan', '-detailed-exitcode', '-input=false').status).toBe(0);
  });

  it('says nothing of the text in a plan', () => {
    write('third');
    const { stdout } = run('plan', '-input=false');
    expect(stdout).toContain('made_of_json = (sensitive value)');
    expect(stdout).not.toContain('H4sI');
  });
});
