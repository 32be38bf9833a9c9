import { readProject } from '../../project/read-project';
import { matchesWildcard } from '../../schema/text/wildcard';
import { written } from '../support/synth';
import { exceptions } from './exceptions';
import { check, describeWith, type Failure } from './programs';
import { rendered } from './rendered';

jest.setTimeout(300_000);

/** Every stack of the landing zone as it stands, by name. */
function stacks(): Readonly<Record<string, string>> {
  const files = Object.entries(written(readProject()));
  return Object.fromEntries(
    files.flatMap(([path, text]) => {
      const [, name] = /^stacks\/([^/]+)\/cdk\.tf\.json$/.exec(path) ?? [];
      return name === undefined ? [] : [[name, rendered(text)]];
    }),
  );
}

const excusing = ({ check: id, where }: Failure) =>
  exceptions.find((exception) => exception.check === id && matchesWildcard(exception.where, where));

describeWith('checkov', 'checkov on the stacks of the landing zone', () => {
  const judged = { passed: 0, failures: [] as readonly Failure[] };
  beforeAll(() => void Object.assign(judged, check(stacks())));

  it('objects to nothing that has no reason to be as it is', () => {
    const unexcused = judged.failures.filter((failure) => !excusing(failure));
    expect(unexcused.map(({ check: id, name, where }) => `${id} ${where}: ${name}`)).toEqual([]);
    expect(judged.passed).toBeGreaterThan(1000);
  });

  it('objects to all that the list of exceptions excuses', () => {
    const used = new Set(judged.failures.map(excusing));
    expect(
      exceptions.filter((exception) => !used.has(exception)).map(({ check: id, where }) => `${id} ${where}`),
    ).toEqual([]);
  });

  it('sees a bucket that is left open', () => {
    const [name = '', text = ''] = Object.entries(stacks()).find(([stack]) => stack === 'log-archive') ?? [];
    const open = text.replaceAll('"block_public_acls": true', '"block_public_acls": false');
    const objections = check({ [name]: open }).failures.filter((failure) => !excusing(failure));
    expect(objections.map(({ check: id }) => id)).toContain('CKV_AWS_53');
  });
});
