import { bedrock } from '../../../../emulator/services/bedrock';
import { cloudformation } from '../../../../emulator/services/cloudformation';
import { callOf, fakeWorld, refusal } from '../../../support/world';

/** CloudFormation beside a Bedrock with one guardrail. */
async function setUp() {
  const world = fakeWorld();
  const models = bedrock(world);
  const ask = callOf(models);
  const { guardrailId, guardrailArn: Resource } = await ask('CreateGuardrail', {
    ...{ name: 'house', blockedInputMessaging: 'No.', blockedOutputsMessaging: 'No.' },
    wordPolicyConfig: { wordsConfig: [{ text: 'cure' }] },
  });
  const service = cloudformation(world, { bedrock: models });
  const call = (operation: string, statement: object = {}) => {
    const Statement = [
      {
        ...{ Effect: 'Allow', Principal: '*', Action: 'bedrock:ApplyGuardrail', Resource },
        Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-abcdefghij' } },
        ...statement,
      },
    ];
    const Properties = { ResourceArn: Resource, PolicyDocument: { Version: '2012-10-17', Statement } };
    const Resources = { Shared: { Type: 'AWS::Bedrock::ResourcePolicy', Properties } };
    return callOf(service)(operation, { StackName: 'share', TemplateBody: JSON.stringify({ Resources }) });
  };
  const status = async () => (await call('DescribeStacks')).Stacks[0].StackStatus;
  const statement = async () =>
    JSON.parse((await ask('GetResourcePolicy', { resourceArn: Resource })).resourcePolicy).Statement[0];
  return { ask, call, status, statement, guardrailId };
}

describe('a stack with the policy of a guardrail', () => {
  it('shares it with the organization, changes that in place, and ends it', async () => {
    const { call, status, statement } = await setUp();
    await call('CreateStack');
    expect(await status()).toBe('CREATE_COMPLETE');
    const Action = ['bedrock:ApplyGuardrail', 'bedrock:GetGuardrail'];
    await call('UpdateStack', { Action });
    expect(await statement()).toMatchObject({ Action });
    await call('DeleteStack');
    await expect(statement()).rejects.toEqual(refusal('ResourceNotFoundException'));
  });

  it.each<[string, object]>([
    ['everybody may apply it', { Condition: undefined }],
    ['others may change it', { Action: 'bedrock:UpdateGuardrail' }],
    ['it is about another guardrail', { Resource: 'arn:aws:bedrock:us-east-1:111122223333:guardrail/other' }],
    ['it denies', { Effect: 'Deny' }],
  ])('fails when %s', async (_, change) => {
    const { call, status, statement } = await setUp();
    await call('CreateStack', change);
    expect(await status()).toBe('ROLLBACK_COMPLETE');
    await expect(statement()).rejects.toEqual(refusal('ResourceNotFoundException'));
  });

  it('goes with its guardrail', async () => {
    const { ask, call, statement, guardrailId: guardrailIdentifier } = await setUp();
    await call('CreateStack');
    await ask('DeleteGuardrail', { guardrailIdentifier });
    await expect(statement()).rejects.toEqual(refusal('ResourceNotFoundException'));
  });
});
