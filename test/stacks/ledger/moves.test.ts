import { lockedChange } from '../../support/ledger';
import { find, resource, synth } from '../../support/synth';
import { sampleSettings, type ZoneChange, zoneOf } from '../../support/zone';

const change = lockedChange();
const { services } = sampleSettings();
const jobs = [
  {
    name: 'weekly',
    formerly: 'often',
    schedule: { weekly: 'SUNDAY' as const },
    bucketTags: { 'data-domain': 'training' },
  },
];
const renamed: ZoneChange = {
  ...change,
  settings: { ...change.settings, services: { ...services, macie: { jobs } } },
  accounts: change.accounts?.map(({ ai, ...account }) => ({
    ...account,
    ai: ai && {
      ...ai,
      dataLake: ai.dataLake && {
        ...ai.dataLake,
        grants: ai.dataLake.grants?.map((grant) => ({ ...grant, name: `${grant.name}s`, formerly: grant.name })),
      },
    },
  })),
};
const stacks = synth(zoneOf(renamed));
const movedIn = (stack: string) => find(stacks, stack).json.moved;

describe('a grant that was renamed', () => {
  it('has its permissions and its filter moved in state', () => {
    const permission = 'aws_lakeformation_permissions.grant-';
    expect(movedIn('ai-models')).toEqual([
      { from: `${permission}wards-to-account-sandbox`, to: `${permission}wardss-to-account-sandbox` },
      { from: `${permission}wards-to-ou-Sandbox`, to: `${permission}wardss-to-ou-Sandbox` },
      {
        from: 'aws_lakeformation_data_cells_filter.cells-filter-ward-a',
        to: 'aws_lakeformation_data_cells_filter.cells-filter-ward-as',
      },
      { from: `${permission}ward-a-to-role-Training`, to: `${permission}ward-as-to-role-Training` },
    ]);
  });

  it('keeps its filter, which has no other name in AWS', () => {
    const filter = resource(find(stacks, 'ai-models'), 'aws_lakeformation_data_cells_filter', 'cells-filter-ward-as');
    expect(filter.lifecycle).toEqual({ ignore_changes: ['table_data[0].name'] });
  });
});

describe('a Macie job that was renamed', () => {
  it('is moved in state, and keeps its name in AWS', () => {
    const address = (name: string) => `aws_macie2_classification_job.macie-job-${name}-eu-central-1`;
    expect(movedIn('security')).toContainEqual({ from: address('often'), to: address('weekly') });
    const job = resource(find(stacks, 'security'), 'aws_macie2_classification_job', 'macie-job-weekly-eu-central-1');
    expect(job.lifecycle).toEqual({ ignore_changes: ['name'] });
  });
});
