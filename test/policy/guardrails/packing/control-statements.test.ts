import type { PolicyType } from '../../../../policy/guardrails/organization-policy';
import { controlStatements } from '../../../../policy/guardrails/packing/control-statements';
import type { ControlSpec } from '../../../../schema/forms/control';
import { madeControl } from '../../../support/made-control';
import { zoneOf } from '../../../support/zone';

const statementsOf = (prevent: ControlSpec['prevent'], type: PolicyType = 'SERVICE_CONTROL_POLICY') => {
  const zone = zoneOf({ controls: [madeControl({ prevent })] });
  return zone.controls.flatMap((control) => controlStatements(zone, control, type)).map(({ statement }) => statement);
};

describe('the statements of a control', () => {
  it('deny on every resource where none is named', () => {
    expect(statementsOf({ scp: [{ Action: 's3:CreateBucket' }] })).toEqual([
      { Sid: 'MadeControl', Effect: 'Deny', Action: 's3:CreateBucket', Resource: '*' },
    ]);
  });

  it('deny everybody in a resource control policy, which takes a principal', () => {
    expect(statementsOf({ rcp: [{ Action: 's3:*', NotResource: 'arn:a' }] }, 'RESOURCE_CONTROL_POLICY')).toEqual([
      { Sid: 'MadeControl', Effect: 'Deny', Principal: '*', Action: 's3:*', NotResource: 'arn:a' },
    ]);
  });

  it('leave out the roles that the control exempts', () => {
    const [statement] = statementsOf({ scp: [{ Action: 's3:*' }], exempt: ['deployRole', 'breakGlass'] });
    expect(statement?.Condition).toEqual({
      ArnNotLike: {
        'aws:PrincipalArn': ['arn:aws:iam::*:role/BreakGlass', 'arn:aws:iam::*:role/OrganizationAccountAccessRole'],
      },
    });
  });

  it('are written in the fewest characters: lists sorted, values once, one value without a list', () => {
    const [statement] = statementsOf({
      scp: [
        {
          Action: ['s3:PutObject', 's3:GetObject', 's3:GetObject'],
          Resource: ['arn:b', 'arn:a', 'arn:b'],
          Condition: { StringLike: { b: ['z', 'a'], a: ['x'] }, Bool: { c: 'true' } },
        },
      ],
    });
    expect(JSON.stringify(statement)).toBe(
      '{"Sid":"MadeControl","Effect":"Deny","Action":["s3:GetObject","s3:PutObject"],"Resource":["arn:a","arn:b"],' +
        '"Condition":{"Bool":{"c":"true"},"StringLike":{"a":"x","b":["a","z"]}}}',
    );
  });

  it('are numbered by what they say and not by where they stand, a repeated one left out', () => {
    const [read, write] = [{ Action: 's3:GetObject' }, { NotAction: 's3:PutObject' }];
    const statements = statementsOf({ scp: [write, read, write] });
    expect(statements.map(({ Sid, Action, NotAction }) => [Sid, Action ?? NotAction])).toEqual([
      ['MadeControl1', 's3:GetObject'],
      ['MadeControl2', 's3:PutObject'],
    ]);
    expect(statementsOf({ scp: [read, write] })).toEqual(statements);
  });

  it('are none of the other type', () => {
    expect(statementsOf({ rcp: [{ Action: 's3:*' }] })).toEqual([]);
  });
});
