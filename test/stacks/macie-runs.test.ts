import type { Settings, SettingsSpec } from '../../schema/forms/settings';
import { ledgerAfter } from '../support/ledger';
import { find, resources, synth } from '../support/synth';
import { sampleAccounts, sampleSettings, zoneOf } from '../support/zone';

type Macie = NonNullable<SettingsSpec['services']['macie']>;
type Job = NonNullable<Macie['jobs']>[number];

const patient = { name: 'patient', regex: 'PAT-\\d{8}', dataDomains: ['training'] };
const job: Job = { name: 'baseline', schedule: { once: '2026-12-01' }, bucketTags: { 'data-domain': 'training' } };
const named = ['management', 'log-archive', 'security'];

const changeWith = (jobs: readonly Job[], identifier = patient, protection: Settings['protection'] = 'on') => ({
  settings: {
    regions: ['eu-central-1'],
    protection,
    services: { ...sampleSettings().services, macie: { jobs: [...jobs], customDataIdentifiers: [identifier] } },
  },
  controls: [],
  modelCards: [],
  accounts: sampleAccounts().filter(({ name }) => named.includes(name)),
});
const complianceOf = (...change: Parameters<typeof changeWith>) =>
  find(synth(zoneOf(changeWith(...change))), 'compliance');
const addressesOf = (...change: Parameters<typeof changeWith>) =>
  Object.keys(resources(complianceOf(...change), 'aws_macie2_classification_job'));

describe('a job of Macie that runs once', () => {
  const [address = ''] = addressesOf([job]);

  test('waits until a person names its run: the buckets of a new landing zone are empty', () => {
    expect(addressesOf([{ ...job, schedule: 'once' }])).toEqual([]);
    expect(address).toMatch(/^macie-run-baseline-2026-12-01-[0-9a-f]{8}-eu-central-1$/);
  });

  test.each<[string, Job, typeof patient]>([
    ['another name of the run', { ...job, schedule: { once: '2027-01-01' } }, patient],
    ['other buckets', { ...job, bucketTags: { 'data-domain': 'models' } }, patient],
    ['another sample', { ...job, samplingPercentage: 10 }, patient],
    ['another pattern of an identifier', job, { ...patient, regex: 'PAT-\\d{9}' }],
  ])(
    'is another resource for %s, so that the run before is neither cancelled nor replaced',
    (_, changed, identifier) => {
      expect(addressesOf([changed], identifier)).toEqual([expect.not.stringMatching(`^${address}$`)]);
    },
  );

  test.each<[string, Job]>([
    ['another description', { ...job, description: 'One full pass' }],
    ['another name after formerly', { ...job, name: 'first-pass', formerly: 'baseline' }],
  ])('is the same for %s, and nothing of it is changed', (_, changed) => {
    const runs = resources(complianceOf([changed]), 'aws_macie2_classification_job');
    expect(Object.keys(runs)).toEqual([address]);
    expect(runs[address]?.lifecycle).toEqual({ prevent_destroy: true, ignore_changes: 'all' });
  });

  test('is kept by the ledger when another run comes, or the job goes', () => {
    const ledger = ledgerAfter(zoneOf(changeWith([job])));
    for (const jobs of [[{ ...job, schedule: { once: '2027-01-01' } }], []]) {
      const later = find(synth(zoneOf({ ...changeWith(jobs), ledger })), 'compliance');
      expect(later.json.removed).toContainEqual({
        from: `aws_macie2_classification_job.${address}`,
        lifecycle: { destroy: false },
      });
    }
  });

  test('is forgotten by a teardown, and so are the runs before and what earlier releases made', () => {
    const ledger = ledgerAfter(zoneOf(changeWith([{ ...job, schedule: { once: '2026-11-01' } }])));
    const [before] = Object.keys(ledger.protected.compliance ?? {});
    const torn = find(synth(zoneOf({ ...changeWith([job], patient, 'off'), ledger })), 'compliance');
    expect(resources(torn, 'aws_macie2_classification_job')).toEqual({});
    expect(torn.json.removed?.map(({ from }: { from: string }) => from)).toEqual([
      before,
      'aws_macie2_classification_job.macie-job-baseline-eu-central-1',
      `aws_macie2_classification_job.${address}`,
    ]);
  });

  test('that an earlier release ran is forgotten, and does not run again by itself', () => {
    const upgraded = complianceOf([{ ...job, schedule: 'once' }]);
    expect(upgraded.json.removed).toEqual([
      { from: 'aws_macie2_classification_job.macie-job-baseline-eu-central-1', lifecycle: { destroy: false } },
    ]);
  });
});
