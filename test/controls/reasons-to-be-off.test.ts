import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { writtenZone } from '../support/proofs';
import { sampleSettings, type ZoneChange, zoneOf } from '../support/zone';

const { ai, organization, services } = sampleSettings();
/** What switches controls off that the sample has on. */
const bare = zoneOf({
  settings: {
    ai: { ...ai, approvedServices: [] },
    organization: { ...organization, undeclaredAccounts: 'leave' },
    services: {
      ...services,
      ec2: { imageSharing: 'not-set', snapshotSharing: 'not-set', metadataTokens: 'not-set' },
      securityHub: { ...services?.securityHub, standards: [] },
    },
  } as ZoneChange['settings'],
});

const off = [writtenZone(), zoneOf(), bare].flatMap(({ controls }) => controls.filter(({ mode }) => mode === 'off'));

/** The files of the catalog that may say of themselves that they are off. */
const maybeOff = readdirSync('controls', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && /^ *mode: .*'off'/m.test(readFileSync(join('controls', file), 'utf8')))
  .map((file) => basename(file, '.ts'));

describe('a control that is off without being told to', () => {
  it('gives its reason, which the catalog shows', () => {
    expect(off.filter(({ reason }) => !reason).map(({ id }) => id)).toEqual([]);
  });

  it('is one of those that are asked here, all of them', () => {
    expect(maybeOff.length).toBeGreaterThan(0);
    expect(off.map(({ id }) => id)).toEqual(expect.arrayContaining(maybeOff));
  });
});
