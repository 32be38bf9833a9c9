import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readLandingZone } from '../accounts';
import { controlFiles } from '../controls';
import { readModelCardFiles } from '../models';
import { withAccount } from './support/bad-input';
import { type ZoneChange, zoneOf } from './support/zone';

const folder = join(__dirname, '../models');

describe('the models folder', () => {
  it('resolves as it stands, with the accounts', () => {
    expect(() => readLandingZone(controlFiles, readModelCardFiles())).not.toThrow();
  });

  it('gives one model card for each file beside the index', () => {
    const files = readdirSync(folder).filter((file) => file !== 'index.ts');
    const { modelCards } = readLandingZone(controlFiles, readModelCardFiles());
    expect(modelCards.map(({ file }) => file)).toEqual(files.sort().map((file) => `models/${file}`));
  });

  it('names files that are there to be opened', () => {
    expect(readModelCardFiles().filter(({ file }) => !existsSync(join(folder, '..', file)))).toEqual([]);
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
