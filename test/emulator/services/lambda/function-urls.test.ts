import { lambda } from '../../../../emulator/services/lambda';
import { callOf, fakeWorld, refusal } from '../../../support/world';

test('a function has no URL, and must be there to have none', async () => {
  const moto = ({ path = '' }) => ({ status: path === '/2015-03-31/functions/rules' ? 200 : 404, body: '{}' });
  const ask = callOf(lambda(fakeWorld({ moto })));
  expect(await ask('ListFunctionUrlConfigs', { FunctionName: 'rules' })).toEqual({ FunctionUrlConfigs: [] });
  await expect(ask('ListFunctionUrlConfigs', { FunctionName: 'other' })).rejects.toEqual(
    refusal('ResourceNotFoundException'),
  );
});
