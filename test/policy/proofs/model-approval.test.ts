import { accountId } from '../../../policy/guardrails/simulation/accounts';
import { authorize } from '../../../policy/iam/authorize';
import { contextOf } from '../../../policy/iam/context';
import { findPrincipal } from '../../../policy/iam/principal';
import { policyDocument } from '../../../policy/iam/statement';
import { madeDuties, rolesOfAccount } from '../../../schema/forms/made-role-view';
import { dutyPermissions } from '../../../stacks/account/exempt-role-permissions';
import { controlsDenying, evaluatorOf, writtenZone } from '../../support/proofs';

const zone = writtenZone();
const evaluator = evaluatorOf(zone);
const workloads = zone.activeAccounts.filter(({ ai }) => ai !== undefined);
const version = (id: string) => `arn:aws:sagemaker:eu-central-1:${id}:model-package/triage-classifier/3`;
const status = (value: string) => ({ 'sagemaker:ModelApprovalStatus': value });

/** Whether a made role may do something in an account: by its own permissions and by the policies of the organization. */
function may(role: string, account: string, action: string, context: Record<string, string> = {}): boolean {
  const found = zone.accounts.find(({ name }) => name === account);
  const made = found && rolesOfAccount(zone, found).find(({ name }) => name === role);
  if (!found || !made) return false;
  const { managedPolicies, statements } = dutyPermissions[made.duty];
  const everything = { Sid: 'All', Effect: 'Allow', Action: '*', Resource: '*' } as const;
  const owned = managedPolicies.includes('AdministratorAccess') ? [everything] : statements;
  const principal = findPrincipal(`arn:aws:iam::${accountId(found)}:role/${role}`);
  const resource = version(accountId(found));
  const identity = [{ name: role, document: policyDocument(owned) }];
  return (
    authorize({ action, resource, principal, context: contextOf(context) }, { identity }).allowed &&
    controlsDenying(evaluator, { account, action, resource, principal: role, context }).length === 0
  );
}

describe('approving a model', () => {
  it('is what the role of approvers, which the landing zone makes, may do in every account with models', () => {
    for (const { name } of workloads)
      for (const value of ['Approved', 'Rejected'])
        expect(may('ModelApprover', name, 'sagemaker:UpdateModelPackage', status(value))).toBe(true);
  });

  it('is what nobody else may do: administrators, whoever deploys and whoever breaks the glass are denied', () => {
    for (const { name: account } of workloads) {
      for (const principal of ['AdministratorAccess', 'deployRole', 'root', 'DataSteward', 'breakGlass'])
        for (const action of ['sagemaker:UpdateModelPackage', 'sagemaker:CreateModelPackage'])
          expect(controlsDenying(evaluator, { account, action, principal, context: status('Approved') })).toContain(
            'sagemaker-model-approval',
          );
      expect(may('BreakGlass', account, 'sagemaker:UpdateModelPackage', status('Approved'))).toBe(false);
    }
  });

  it('is all that approvers change of a version, and they neither train, register nor invoke', () => {
    const [{ name: account } = { name: '' }] = workloads;
    expect(may('ModelApprover', account, 'sagemaker:DescribeModelPackage')).toBe(true);
    expect(may('ModelApprover', account, 'sagemaker:UpdateModelPackage')).toBe(false);
    for (const action of [
      'sagemaker:CreateTrainingJob',
      'sagemaker:CreateModelPackage',
      'bedrock:InvokeModel',
      'iam:PassRole',
    ])
      expect(may('ModelApprover', account, action)).toBe(false);
  });

  it('is denied to whoever makes a role of that name, or changes the trust of the one that is there', () => {
    const [{ name: account } = { name: '' }] = workloads;
    for (const action of ['iam:CreateRole', 'iam:UpdateAssumeRolePolicy', 'iam:PutRolePolicy'])
      for (const { name } of zone.madeRoles)
        expect(
          controlsDenying(evaluator, {
            account,
            action,
            principal: 'AdministratorAccess',
            resource: `arn:aws:iam::111122223333:role/${name}`,
          }),
        ).toContain('identity-protected-roles');
  });
});

describe('the deploy role', () => {
  it.each([
    'CreateRole',
    'UpdateAssumeRolePolicy',
    'PutRolePolicy',
    'AttachRolePolicy',
    'DetachRolePolicy',
    'DeleteRole',
  ])('may %s each role that it makes, in each account that has it', (operation) => {
    for (const account of zone.activeAccounts)
      for (const { name } of rolesOfAccount(zone, account)) {
        const resource = `arn:aws:iam::${accountId(account)}:role/${name}`;
        const call = { account: account.name, action: `iam:${operation}`, resource, principal: 'deployRole' };
        expect({ [name]: controlsDenying(evaluator, call) }).toEqual({ [name]: [] });
      }
  });
});

describe('duties', () => {
  it('are reserved by controls: what each exempts a made role from, others are denied', () => {
    for (const duty of madeDuties)
      expect(zone.controls.some(({ prevent }) => prevent?.exempt.includes(duty))).toBe(true);
  });
});
