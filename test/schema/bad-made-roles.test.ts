import { type BadInput, problemsOf, refuses } from '../support/bad-input';
import { sampleLake, withLake } from '../support/data-lake';
import { sampleAccounts } from '../support/zone';

const persons = [{ permissionSet: 'Operations' }];
const made = (...madeRoles: object[]) => ({ madeRoles });

const rows: readonly BadInput[] = [
  {
    title: 'a role that no control exempts',
    settings: made({ name: 'ModelAprover', trusts: persons }),
    field: 'madeRoles[0].name',
    value: 'ModelAprover',
    rule: 'is no name of roles',
    fix: "did you mean 'ModelApprover'?",
  },
  {
    title: 'a role with two duties',
    settings: {
      roles: { breakGlass: ['Chief'], modelApprovers: ['Chief'] },
      ...made({ name: 'Chief', trusts: persons }),
    },
    field: 'madeRoles[0].name',
    value: 'Chief',
    rule: 'exempt as breakGlass and modelApprovers',
    fix: 'a role of its own',
  },
  {
    title: 'a data steward, who is a role of a lake',
    settings: made({ name: 'DataSteward', trusts: persons }),
    field: 'madeRoles[0].name',
    value: 'DataSteward',
    rule: 'made with the lake',
    fix: 'ai.dataLake.roles',
  },
  {
    title: 'the deploy role as a role of persons',
    settings: {
      deployRole: 'BreakGlass',
      roles: { breakGlass: ['BreakGlass'] },
      ...made({ name: 'BreakGlass', trusts: persons }),
    },
    field: 'madeRoles[0].name',
    value: 'BreakGlass',
    rule: "the landing zone's own",
    fix: 'rename the role',
  },
  {
    title: 'a role that is made twice',
    settings: {
      roles: { modelApprovers: ['ModelApprover', 'modelapprover'] },
      ...made({ name: 'ModelApprover', trusts: persons }, { name: 'modelapprover', trusts: persons }),
    },
    field: 'madeRoles[1].name',
    value: 'modelapprover',
    rule: 'differ in more than case',
    fix: 'remove the duplicate',
  },
  {
    title: 'a role that nobody may assume',
    settings: made({ name: 'ModelApprover', trusts: [] }),
    field: 'madeRoles[0].trusts',
    value: [],
    rule: 'must name who may assume the role',
    fix: '',
  },
  {
    title: 'a pattern of everybody',
    settings: made({ name: 'ModelApprover', trusts: [{ role: '*' }] }),
    field: 'madeRoles[0].trusts[0].role',
    value: '*',
    rule: 'must name a role',
    fix: '',
  },
  {
    title: 'the deploy role among those who approve',
    settings: made({ name: 'ModelApprover', trusts: [{ role: 'Organization*' }] }),
    field: 'madeRoles[0].trusts[0].role',
    value: 'Organization*',
    rule: 'is not a person',
    fix: 'name the permission set',
  },
  {
    title: 'somebody who is trusted twice',
    settings: made({ name: 'ModelApprover', trusts: [...persons, ...persons] }),
    field: 'madeRoles[0].trusts[1]',
    value: '[["permissionSet","Operations"]]',
    rule: 'must not be trusted twice',
    fix: 'remove the duplicate',
  },
  {
    title: 'somebody of an account that is outside the organization',
    settings: made({ name: 'ModelApprover', trusts: [{ role: 'Board', account: 'partner' }] }),
    field: 'madeRoles[0].trusts[0].account',
    value: 'partner',
    rule: 'is not an active account of the organization',
    fix: 'use one of',
  },
  {
    title: 'break glass without MFA',
    settings: made({ name: 'BreakGlass', trusts: [{ role: 'Operations' }] }),
    field: 'madeRoles[0].trusts[0]',
    value: { role: 'Operations' },
    rule: 'is opened with MFA',
    fix: 'an IAM user',
  },
  {
    title: 'a role in the management account, which no policy binds',
    settings: made({ name: 'BreakGlass', trusts: persons, accounts: ['management'] }),
    field: 'madeRoles[0].accounts[0]',
    value: 'management',
    rule: 'is not an account that policies of the organization bind',
    fix: 'use one of',
  },
  {
    title: 'a role that a data lake makes already',
    settings: made({ name: 'ModelApprover', trusts: persons }),
    accounts: withLake({ ...sampleLake(), roles: [...sampleLake().roles, { name: 'ModelApprover', trusts: persons }] }),
    field: 'madeRoles[0].name',
    value: 'ModelApprover',
    rule: 'accounts/models.ts makes a role of this name',
    fix: 'rename one of the two',
  },
];

describe('roles that the landing zone makes', () => {
  refuses(rows);

  it('may be assumed from any account of the organization', () => {
    const trusts = sampleAccounts()
      .filter(({ origin, state }) => origin !== 'external' && state !== 'closing')
      .map(({ name }) => ({ user: 'emergency', account: name }));
    expect(problemsOf({ settings: made({ name: 'BreakGlass', trusts }) })).toEqual([]);
  });
});
