import { bedrock } from '../../../../emulator/services/bedrock';
import { callOf, fakeWorld, refusal } from '../../../support/world';

test('nobody has told what models are used for', async () => {
  await expect(callOf(bedrock(fakeWorld()))('GetUseCaseForModelAccess')).rejects.toEqual(
    refusal('ResourceNotFoundException'),
  );
});
