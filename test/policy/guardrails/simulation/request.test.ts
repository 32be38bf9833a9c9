import { accountId, findAccount } from '../../../../policy/guardrails/simulation/accounts';
import { exampleRequest, requestContext } from '../../../../policy/guardrails/simulation/request';
import { organizationIdMarker } from '../../../../schema/forms/control';
import { zoneOf } from '../../../support/zone';

const zone = zoneOf();
const keysOf = (request: Partial<Parameters<typeof requestContext>[1]>) =>
  Object.fromEntries(requestContext(zone, { account: 'acquired', action: 's3:GetObject', ...request }));

describe('the context of a request', () => {
  it('has what AWS always sets for a principal of the organization', () => {
    expect(keysOf({ principal: 'Developer' })).toEqual({
      'aws:principalarn': ['arn:aws:iam::222233334444:role/Developer'],
      'aws:principalaccount': ['222233334444'],
      'aws:principalorgid': [organizationIdMarker],
      'aws:principalorgpaths': [`${organizationIdMarker}/r-root/ou-root-0/`],
      'aws:principaltype': ['AssumedRole'],
      'aws:principalisawsservice': ['false'],
      'aws:viaawsservice': ['false'],
      'aws:requestedregion': ['eu-central-1'],
      'aws:resourceaccount': ['222233334444'],
      'aws:resourceorgid': [organizationIdMarker],
      'aws:securetransport': ['true'],
    });
  });

  it('has no organization for a principal or a resource outside', () => {
    const keys = keysOf({
      principal: 'arn:aws:iam::999988887777:role/outsider',
      resource: 'arn:aws:sqs:eu-west-1:999988887777:queue',
    });
    expect(keys).toMatchObject({ 'aws:principalaccount': ['999988887777'], 'aws:resourceaccount': ['999988887777'] });
    expect(Object.keys(keys)).not.toEqual(expect.arrayContaining(['aws:principalorgid']));
    expect(Object.keys(keys)).not.toEqual(expect.arrayContaining(['aws:resourceorgid']));
  });

  it('has no organization for an account that stays outside of it', () => {
    expect(Object.keys(keysOf({ account: 'partner' }))).not.toContain('aws:principalorgid');
  });

  it('names a service, and no ARN of it', () => {
    const keys = keysOf({ principal: 'config.amazonaws.com' });
    expect(keys).toMatchObject({
      'aws:principalisawsservice': ['true'],
      'aws:principalservicename': ['config.amazonaws.com'],
    });
    expect(Object.keys(keys).filter((key) => /principal(arn|account|orgid)/.test(key))).toEqual([]);
  });

  it('takes what the request brings along in place of what is always set', () => {
    const keys = keysOf({ context: { 'AWS:requestedRegion': 'eu-west-1', 's3:prefix': ['a', 'b'] } });
    expect(keys).toMatchObject({ 'aws:requestedregion': ['eu-west-1'], 's3:prefix': ['a', 'b'] });
  });

  it('takes the account of the resource from its ARN, and the account of the request where it has none', () => {
    const models = accountId(findAccount(zone, 'models'));
    const of = (resource: string) => keysOf({ resource })['aws:resourceaccount'];
    expect(of(`arn:aws:sqs:eu-west-1:${models}:queue`)).toEqual([models]);
    expect(of('arn:aws:s3:::bucket')).toEqual(['222233334444']);
  });

  it('does not depend on the clock', () => {
    expect(Object.keys(keysOf({})).filter((key) => /time/.test(key))).toEqual([]);
  });

  it('is not to be had of an account that nobody wrote down', () => {
    expect(() => keysOf({ account: 'modells' })).toThrow("did you mean 'models'?");
  });
});

describe('the request of an example', () => {
  const example = {
    when: 'it is tried',
    action: 's3:GetObject',
    resource: '*',
    context: { 's3:prefix': 'a' },
    denied: true,
  };

  it('is made in the account, by the role that has the exemption there', () => {
    expect(exampleRequest(zone, 'acquired', { ...example, principal: 'breakGlass' })).toEqual({
      account: 'acquired',
      action: 's3:GetObject',
      resource: '*',
      context: { 's3:prefix': 'a' },
      principal: 'arn:aws:iam::222233334444:role/BreakGlass',
    });
  });

  it('is none where the settings name no such role', () => {
    const without = zoneOf({ settings: { roles: {} } });
    expect(() => exampleRequest(without, 'acquired', { ...example, principal: 'breakGlass' })).toThrow(
      'roles.breakGlass',
    );
  });
});
