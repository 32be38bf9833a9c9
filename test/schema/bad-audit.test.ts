import { type BadInput, refuses } from '../support/bad-input';

const rows: readonly BadInput[] = [
  {
    title: 'a day that is not in the calendar',
    settings: { audit: { since: '2026-02-30' } },
    field: 'audit.since',
    value: '2026-02-30',
    rule: 'must be a day like 2026-01-31',
    fix: '',
  },
  {
    title: 'an audit without readers',
    settings: { audit: { readers: [] } },
    field: 'audit.readers',
    value: [],
    rule: 'must name who may read the trails',
    fix: '',
  },
  {
    title: 'a reader that is no role',
    settings: { audit: { readers: ['arn:aws:iam::111122223333:role/Auditor'] } },
    field: 'audit.readers[0]',
    value: 'arn:aws:iam::111122223333:role/Auditor',
    rule: 'must be the name of an IAM role',
    fix: '',
  },
];

describe('the settings of the audit', () => {
  refuses(rows);
});
