import { lambda } from '../../../../emulator/services/lambda';
import { callOf, fakeWorld, refusal } from '../../../support/world';

const FunctionArn = 'arn:aws:lambda:us-east-1:111111111111:function:rules';

describe('a function', () => {
  const setUp = () => {
    const moto = ({ path = '' }) =>
      path === '/2015-03-31/functions/rules/configuration'
        ? { status: 200, body: JSON.stringify({ FunctionArn }) }
        : { status: 404, body: '{}' };
    return callOf(lambda(fakeWorld({ moto })));
  };

  it.each([
    ['ListFunctionUrlConfigs', { FunctionUrlConfigs: [] }],
    ['ListFunctionEventInvokeConfigs', { FunctionEventInvokeConfigs: [] }],
    ['GetFunctionRecursionConfig', { RecursiveLoop: 'Terminate' }],
    ['GetRuntimeManagementConfig', { UpdateRuntimeOn: 'Auto', FunctionArn }],
  ])('that is there answers %s with what AWS gives it, as nothing here sets another', async (operation, answer) => {
    const ask = setUp();
    expect(await ask(operation, { FunctionName: 'rules' })).toEqual(answer);
    await expect(ask(operation, { FunctionName: 'other' })).rejects.toEqual(refusal('ResourceNotFoundException'));
  });
});
