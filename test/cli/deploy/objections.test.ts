import { objectionsBy } from '../../../cli/deploy/objections';
import type { PlannedChange } from '../../../deployment/plan-judgement';
import { emptyLedger } from '../../../schema/forms/ledger';

const ledger = {
  ...emptyLedger,
  accounts: { gone: { key: 'gone', state: 'closed' }, lab: { key: 'lab', state: 'active' } } as const,
  protected: {
    management: { 'aws_organizations_account.account-lab': [] },
    'log-archive': { 'aws_s3_bucket.trails': ['aws_s3_bucket_policy.trails'] },
  },
};
const change = (address: string, action: PlannedChange['action'], because?: readonly string[]): PlannedChange => ({
  address,
  type: address.split('.')[0] ?? '',
  action,
  ...(because && { because }),
});

describe('the gate of plans', () => {
  const objections = objectionsBy({ protection: 'on', ledger });

  it('lets everything through that destroys nothing', () => {
    const changes = (['create', 'update', 'forget', 'move', 'import'] as const).map((action) =>
      change('aws_s3_bucket.trails', action),
    );
    expect(objections('log-archive', changes)).toEqual([]);
    expect(objections('log-archive', [change('aws_sns_topic.findings', 'destroy')])).toEqual([]);
  });

  it('refuses to destroy what is protected, and says what to do instead', () => {
    expect(objections('management', [change('aws_organizations_account.account-lab', 'destroy')])).toEqual([
      "destroy management/aws_organizations_account.account-lab: it is protected\n  todo: write state: 'closing' in its file and deploy, then delete the file (docs/ledger.md, Leave)",
    ]);
  });

  it('refuses to replace it, and says what it comes from', () => {
    const [objection] = objections('log-archive', [change('aws_s3_bucket.trails', 'replace', ['bucket'])]);
    expect(objection).toContain('replace log-archive/aws_s3_bucket.trails because of bucket: it is protected');
    expect(objection).toContain('take back what changes bucket');
  });

  it('refuses what belongs to it', () => {
    expect(objections('log-archive', [change('aws_s3_bucket_policy.trails', 'destroy')])).toHaveLength(1);
  });

  it('lets an account go that was closing, as the ledger says', () => {
    expect(objections('management', [change('aws_organizations_account.account-gone', 'destroy')])).toEqual([]);
  });

  it('lets go what a person names, if it is of a protected kind and not protected itself', () => {
    const named = ['account-lab/aws_s3_bucket.results', 'log-archive/aws_s3_bucket.trails'];
    const losing = objectionsBy({ protection: 'on', ledger }, named);
    expect(objections('account-lab', [change('aws_s3_bucket.results', 'destroy')])[0]).toContain(
      '--lose account-lab/aws_s3_bucket.results',
    );
    expect(losing('account-lab', [change('aws_s3_bucket.results', 'destroy')])).toEqual([]);
    expect(losing('log-archive', [change('aws_s3_bucket.trails', 'destroy')])).toHaveLength(1);
  });

  it('knows what is protected anywhere without a locked ledger, but lets an OU leave', () => {
    const unlocked = objectionsBy({ protection: 'on', ledger: emptyLedger });
    for (const type of ['aws_s3_bucket', 'aws_kms_key', 'aws_organizations_account', 'aws_organizations_organization'])
      expect(unlocked('log-archive', [change(`${type}.any`, 'destroy')])).toHaveLength(1);
    for (const type of ['aws_organizations_organizational_unit', 'aws_iam_role'])
      expect(unlocked('log-archive', [change(`${type}.any`, 'destroy')])).toEqual([]);
  });

  it('refuses nothing while protection is off', () => {
    const open = objectionsBy({ protection: 'off', ledger });
    expect(open('log-archive', [change('aws_s3_bucket.trails', 'destroy')])).toEqual([]);
  });
});
