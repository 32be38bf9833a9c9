import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readProject } from '../project/read-project';
import { withAccount } from './support/bad-input';
import { type ZoneChange, zoneOf } from './support/zone';

const folder = join(__dirname, '../models');

describe('the models folder', () => {
  it('gives one model card for each file', () => {
    const { modelCards } = readProject();
    expect(modelCards.map(({ file }) => file)).toEqual(
      // Git keeps no empty folder: whoever has no card has no folder either.
      (existsSync(folder) ? readdirSync(folder) : []).sort().map((file) => `models/${file}`),
    );
  });

  it('names files that are there to be opened', () => {
    expect(readProject().modelCards.filter(({ file }) => !existsSync(join(folder, '..', file)))).toEqual([]);
  });
});

describe('the page of model cards', () => {
  const page = readFileSync(join(__dirname, '../docs/capabilities/model-cards.md'), 'utf8');
  const [ofAccount = '', ofCard = ''] = [...page.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, block]) => block);

  it('shows a card that is taken with the account above it', () => {
    const accounts = withAccount('models', new Function(`return ({ ${ofAccount} })`)());
    const card = new Function('defineModelCard', ofCard.replace(/^import.*$/m, '').replace('export default', 'return'));
    const change = { accounts, modelCards: [card((spec: unknown) => spec)] } as ZoneChange;
    expect(zoneOf(change).modelCards).toMatchObject([{ name: 'triage', group: 'triage' }]);
  });
});
