import { sampleLake, withLake } from '../support/data-lake';
import { find, type Stacks, synth } from '../support/synth';
import { describeWith, Validation } from '../support/validation';
import { type ZoneChange, zoneOf } from '../support/zone';

jest.setTimeout(60_000);

const v5 = '~> 5.100';
const v6 = '~> 6.25';

describe.each([v5, v6])('a data lake', (provider) => {
  describeWith(provider, `that shares, with AWS provider ${provider}`, () => {
    let validation: Validation;
    let stacks: Stacks;
    beforeAll(() => {
      validation = new Validation(provider);
      const accounts = withLake(sampleLake()) as ZoneChange['accounts'];
      stacks = synth(zoneOf({ settings: provider === v6 ? { awsProvider: v6 } : {}, accounts }));
    });
    afterAll(() => validation.remove());

    test.each(['management', 'ai-models'])('is valid without a warning in %s', (name) => {
      expect(validation.diagnose(find(stacks, name).json)).toEqual([]);
    });
  });
});
