import * as fc from 'fast-check';
import { accountId } from '../../../policy/guardrails/simulation/accounts';
import { type AccessRequest, exampleRequest } from '../../../policy/guardrails/simulation/request';
import { accountsIn } from '../../../schema/organization-tree';
import { boundAccounts, evaluatorOf, inForce, requestsOf, writtenZone } from '../../support/proofs';

const zone = writtenZone();
const evaluator = evaluatorOf(zone);

/** Requests that some control denies, each in one account of its place. */
const denied: readonly AccessRequest[] = inForce(zone).flatMap((control) => {
  const [account] = boundAccounts({ accounts: accountsIn(zone, control.where) });
  return requestsOf(zone, control).flatMap((example) =>
    account && example.denied ? [exampleRequest(zone, account.name, example)] : [],
  );
});

const requests = fc.constantFrom(...denied);
const members = fc.constantFrom(...boundAccounts(zone));
const services = fc.constantFrom('config', 'guardduty', 'macie', 'ops.sagemaker', 'sso', 'replication.ecr', 'bedrock');

const scpDenials = (request: AccessRequest) =>
  evaluator.evaluate(request).denials.filter(({ type }) => type === 'SERVICE_CONTROL_POLICY');

describe('what a control denies', () => {
  it('is denied as it stands, so that the proofs below can fail', () => {
    expect(denied.length).toBeGreaterThan(200);
    expect(denied.filter((request) => evaluator.evaluate(request).allowed)).toEqual([]);
  });

  it('is denied to no service-linked role, by no policy of either type', () => {
    fc.assert(
      fc.property(requests, members, services, (request, account, service) => {
        const principal = `arn:aws:iam::${accountId(account)}:role/aws-service-role/${service}.amazonaws.com/AWSServiceRole`;
        expect(evaluator.evaluate({ ...request, account: account.name, principal })).toMatchObject({
          allowed: true,
          denials: [],
        });
      }),
    );
  });

  it('is denied to no service of AWS by a service control policy', () => {
    fc.assert(
      fc.property(requests, members, services, (request, account, service) => {
        const principal = `${service}.amazonaws.com`;
        expect(scpDenials({ ...request, account: account.name, principal })).toEqual([]);
      }),
    );
  });

  it('is denied to nobody in the management account by a service control policy, whoever it is', () => {
    const names = fc.constantFrom('root', 'administrator', zone.deployRole);
    fc.assert(
      fc.property(requests, names, ({ principal: _, ...request }, principal) => {
        expect(scpDenials({ ...request, account: zone.managementAccount.name, principal })).toEqual([]);
      }),
    );
  });
});
