import { objectionTo, unusedIn } from '../../../rehearsal/changes/judgement';
import type { NamedChange } from '../../../rehearsal/changes/table';
import type { PlannedAction, PlannedChange } from '../../../rehearsal/plan-judgement';
import { emptyLedger } from '../../../schema/forms/ledger';

const ledger = {
  ...emptyLedger,
  protected: { 'ai-models': { 'aws_kms_key.data-key': ['aws_kms_alias.data-key-alias'] } },
};
const planned = (address: string, action: PlannedAction): readonly PlannedChange[] => [
  { address, type: address.split('.')[0] ?? '', action },
];
const terms = (batch: readonly NamedChange[], made: readonly string[] = []) => ({ ledger, batch, made: new Set(made) });
const announcing = (...loses: string[]): readonly NamedChange[] => [{ field: 'f', kind: 'live', writes: [], loses }];

describe('a plan of a change', () => {
  it('may create, change in place, and forget', () => {
    for (const action of ['create', 'update', 'forget'] as const)
      expect(objectionTo('ai-models', planned('aws_kms_key.data-key', action), terms([]))).toBeUndefined();
  });

  it('may destroy what a row announces, and nothing else', () => {
    const batch = announcing('ai-models/aws_glue_catalog_table');
    const judge = (address: string) => objectionTo('ai-models', planned(address, 'destroy'), terms(batch));
    expect(judge('aws_glue_catalog_table.referrals')).toBeUndefined();
    expect(judge('aws_glue_catalog_database.clinical')).toBe(
      'destroy ai-models/aws_glue_catalog_database.clinical: unannounced',
    );
  });

  it('may destroy what the batch itself has made', () => {
    const made = terms([], ['ai-models/aws_glue_catalog_table.beds']);
    expect(objectionTo('ai-models', planned('aws_glue_catalog_table.beds', 'destroy'), made)).toBeUndefined();
    expect(objectionTo('security', planned('aws_glue_catalog_table.beds', 'destroy'), made)).toMatch(/unannounced$/);
  });

  it.each(['aws_kms_key.data-key', 'aws_kms_key.another'])('may not replace %s, whatever is announced', (address) => {
    const objection = objectionTo(
      'ai-models',
      planned(address, 'replace'),
      terms(announcing('*'), [`ai-models/${address}`]),
    );
    expect(objection).toBe(`replace ai-models/${address}: it is protected`);
  });

  it('may destroy what belongs to something protected only where a row names that very thing', () => {
    const judge = (pattern: string) =>
      objectionTo('ai-models', planned('aws_kms_alias.data-key-alias', 'destroy'), terms(announcing(pattern)));
    expect(judge('ai-models/aws_kms_alias')).toBe(
      'destroy ai-models/aws_kms_alias.data-key-alias: it belongs to what is protected',
    );
    expect(judge('ai-models/aws_kms_alias.data-key-*')).toBeUndefined();
  });

  it('may destroy a role that is announced, though another role is protected: each of those is known by its address', () => {
    const roles = {
      ...ledger,
      protected: { 'account-models': { 'aws_iam_role.exempt-role-BreakGlass': [] } },
    };
    const judge = (name: string) =>
      objectionTo('account-models', planned(`aws_iam_role.${name}`, 'destroy'), {
        ...terms(announcing('*')),
        ledger: roles,
      });
    expect(judge('exempt-role-ModelApprover')).toBeUndefined();
    expect(judge('exempt-role-BreakGlass')).toContain('it is protected');
  });

  it('has to lose what is announced', () => {
    const batch = announcing('ai-models/aws_glue_catalog_table', 'security/*');
    expect(unusedIn(batch, ['ai-models/aws_glue_catalog_table.referrals'])).toEqual(['security/*']);
  });
});
