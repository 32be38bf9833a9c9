import { vocabularyProblems } from '../../policy/iam/vocabulary';
import type { ControlSpec } from '../../schema/forms/control';
import { madeControl } from '../support/made-control';
import { zoneOf } from '../support/zone';

/** The problems of one control whose policy is the given one. */
const problemsOf = (prevent: ControlSpec['prevent']) =>
  vocabularyProblems(zoneOf({ controls: [madeControl({ prevent })] }).controls);

describe('the catalog', () => {
  it('names no action and no condition key that AWS does not have', async () => {
    expect(await vocabularyProblems(zoneOf().controls)).toEqual([]);
  });
});

describe('a typo in a control', () => {
  it.each([
    ['an action', 'sagemaker:CreateNotebokInstance', 'sagemaker:CreateNotebookInstance'],
    ['a service', 'sagemakr:CreateNotebookInstance', 'sagemaker:CreateNotebookInstance'],
    ['a pattern of actions', 's3:PutBuckt*', 's3:PutBucket'],
    ['a sign that is no wildcard of IAM', 's3:GetObjec.', 's3:GetObject'],
  ])('in %s names the file, the field and the nearest name', async (_what, Action, nearest) => {
    expect(await problemsOf({ scp: [{ Action }] })).toEqual([
      {
        file: 'controls/made/made-control.ts',
        field: 'prevent.scp[0].Action',
        value: Action,
        rule: 'must be an action of AWS',
        fix: expect.stringContaining(nearest),
      },
    ]);
  });

  it.each([
    ['of a service', 'sagemaker:DirectInternetAcces', "did you mean 'sagemaker:DirectInternetAccess'?"],
    ['of every service', 'aws:PrincipalOrgId2', "did you mean 'aws:PrincipalOrgID'?"],
  ])('in a condition key %s names the nearest key', async (_what, key, fix) => {
    const scp = [{ Action: 'sagemaker:CreateNotebookInstance', Condition: { StringEquals: { [key]: 'x' } } }];
    expect(await problemsOf({ scp })).toMatchObject([{ field: `prevent.scp[0].Condition.${key}`, fix }]);
  });

  it('that makes a key deprecated and inert is found, because no action carries it', async () => {
    const scp = [{ Action: 'sagemaker:CreateTrainingJob', Condition: { Null: { 'sagemaker:VolumeKmsKey': 'true' } } }];
    expect(await problemsOf({ scp })).toMatchObject([{ value: 'sagemaker:VolumeKmsKey' }]);
  });
});

describe('a statement', () => {
  it('does not ask an action for a key that the action never carries', async () => {
    const Action = ['sagemaker:CreateTrainingJob', 'sagemaker:CreateTransformJob'];
    const scp = [{ Action, Condition: { Null: { 'sagemaker:VpcSubnets': 'true' } } }];
    expect(await problemsOf({ scp })).toMatchObject([
      { rule: expect.stringContaining('sagemaker:CreateTransformJob does not') },
    ]);
  });

  it('names no action that is never about the resources that it names', async () => {
    const Resource = ['arn:aws:events:*:*:event-bus/acme-*', 'arn:aws:events:*:*:rule/acme-*'];
    const problems = await problemsOf({
      scp: [
        { Action: ['events:DeleteEventBus', 'events:PutPermission', 'events:DeleteRule', 'sns:Publish'], Resource },
      ],
    });
    expect(problems).toMatchObject([
      {
        field: 'prevent.scp[0].Resource',
        rule: expect.stringContaining('; events:PutPermission, sns:Publish is never about one of them'),
      },
    ]);
  });

  it('may name resources that some of what a pattern matches is about, or all of them', async () => {
    const bucket = 'arn:aws:s3:::acme-logs-*';
    expect(await problemsOf({ scp: [{ Action: 's3:*', Resource: bucket }] })).toEqual([]);
    expect(await problemsOf({ scp: [{ Action: 's3:DeleteObject', Resource: [`${bucket}/audit/*`] }] })).toEqual([]);
    expect(await problemsOf({ scp: [{ Action: 'events:PutPermission', Resource: '*' }] })).toEqual([]);
    const profiles = 'arn:aws:bedrock:*:*:*inference-profile/*';
    expect(await problemsOf({ scp: [{ Action: 'bedrock:InvokeModel', Resource: profiles }] })).toEqual([]);
  });

  it('may name a tag of the request, whatever its key', async () => {
    const scp = [{ Action: 'sagemaker:CreateEndpoint', Condition: { Null: { 'aws:RequestTag/data-class': 'true' } } }];
    expect(await problemsOf({ scp })).toEqual([]);
  });

  it('of a resource control policy names services that such policies cover', async () => {
    expect(await problemsOf({ rcp: [{ Action: 'sagemaker:InvokeEndpoint' }] })).toMatchObject([
      { field: 'prevent.rcp[0].Action', rule: expect.stringContaining('resource control policies cover') },
    ]);
    expect(await problemsOf({ rcp: [{ Action: 's3:GetObject' }] })).toEqual([]);
  });
});
