import type { PlannedAction, PlannedChange } from '../../../deployment/plan-judgement';
import { judge, unusedIn } from '../../../rehearsal/changes/judgement';
import type { NamedChange } from '../../../rehearsal/changes/table';
import { emptyLedger } from '../../../schema/forms/ledger';

const ledger = {
  ...emptyLedger,
  protected: { 'ai-models': { 'aws_kms_key.data-key': ['aws_kms_alias.data-key-alias'] } },
};
const planned = (address: string, action: PlannedAction): readonly PlannedChange[] => [
  { address, type: address.split('.')[0] ?? '', action },
];
const wrongs = (...plan: Parameters<typeof judge>): readonly string[] => {
  const { forbidden, unannounced } = judge(...plan);
  return [...forbidden, ...unannounced];
};
const terms = (batch: readonly NamedChange[], made: readonly string[] = []) => ({ ledger, batch, made: new Set(made) });
const announcing = (...loses: string[]): readonly NamedChange[] => [{ field: 'f', kind: 'live', writes: [], loses }];

describe('a plan of a change', () => {
  it('may create, change in place, and forget', () => {
    for (const action of ['create', 'update', 'forget'] as const)
      expect(wrongs('ai-models', planned('aws_kms_key.data-key', action), terms([]))).toEqual([]);
  });

  it('may destroy what a row announces, and nothing else', () => {
    const batch = announcing('ai-models/aws_glue_catalog_table');
    const judged = (address: string) => judge('ai-models', planned(address, 'destroy'), terms(batch));
    expect(judged('aws_glue_catalog_table.referrals')).toEqual({ forbidden: [], unannounced: [] });
    expect(judged('aws_glue_catalog_database.clinical')).toEqual({
      forbidden: [],
      unannounced: ['destroy ai-models/aws_glue_catalog_database.clinical: unannounced'],
    });
  });

  it('may destroy what the batch itself has made', () => {
    const made = terms([], ['ai-models/aws_glue_catalog_table.beds']);
    expect(wrongs('ai-models', planned('aws_glue_catalog_table.beds', 'destroy'), made)).toEqual([]);
    expect(wrongs('security', planned('aws_glue_catalog_table.beds', 'destroy'), made)).toEqual([
      expect.stringMatching(/unannounced$/),
    ]);
  });

  it('may destroy what belongs to something protected where the batch itself has made it', () => {
    const made = terms([], ['ai-models/aws_kms_alias.data-key-alias']);
    expect(wrongs('ai-models', planned('aws_kms_alias.data-key-alias', 'destroy'), made)).toEqual([]);
  });

  it.each(['aws_kms_key.data-key', 'aws_kms_key.another'])('may not replace %s, whatever is announced', (address) => {
    const { forbidden } = judge(
      'ai-models',
      planned(address, 'replace'),
      terms(announcing('*'), [`ai-models/${address}`]),
    );
    expect(forbidden).toEqual([`replace ai-models/${address}: it is protected`]);
  });

  it('may destroy what belongs to something protected only where a row names that very thing', () => {
    const judged = (pattern: string) =>
      judge('ai-models', planned('aws_kms_alias.data-key-alias', 'destroy'), terms(announcing(pattern)));
    expect(judged('ai-models/aws_kms_alias').forbidden).toEqual([
      'destroy ai-models/aws_kms_alias.data-key-alias: it belongs to what is protected',
    ]);
    expect(judged('ai-models/aws_kms_alias.data-key-*')).toEqual({ forbidden: [], unannounced: [] });
  });

  it('may destroy a role that is announced, though another role is protected: each of those is known by its address', () => {
    const roles = {
      ...ledger,
      protected: { 'account-models': { 'aws_iam_role.exempt-role-BreakGlass': [] } },
    };
    const judged = (name: string) =>
      wrongs('account-models', planned(`aws_iam_role.${name}`, 'destroy'), {
        ...terms(announcing('*')),
        ledger: roles,
      });
    expect(judged('exempt-role-ModelApprover')).toEqual([]);
    expect(judged('exempt-role-BreakGlass')).toEqual([expect.stringContaining('it is protected')]);
  });

  it('has to lose what is announced', () => {
    const batch = announcing('ai-models/aws_glue_catalog_table', 'security/*');
    expect(unusedIn(batch, ['ai-models/aws_glue_catalog_table.referrals'])).toEqual(['security/*']);
  });
});
