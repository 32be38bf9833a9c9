import { namesOf } from '../../../cli/verify/names';
import type { Stack } from '../../../cli/verify/written-stacks';
import { smallZone } from '../../support/synth';

describe('the account of a resource', () => {
  const zone = smallZone();
  const nameIn = async (allowed: string) => {
    const stack: Stack = { provider: { aws: [{ region: 'eu-central-1', allowed_account_ids: [allowed] }] } };
    const names = await namesOf(zone, new Map([['own', stack]]), new Map());
    const resource = { stack: 'own', type: 'aws_sqs_queue', name: 'queue', values: {}, provider: 'aws' };
    return names.byResource({ ...resource, region: undefined }).account;
  };

  it('is that in which its provider is allowed', async () => {
    expect(await nameIn(zone.managementAccount.id ?? '')).toBe(zone.managementAccount.name);
  });

  it('is never guessed: an account that nobody knows is named', async () => {
    await expect(nameIn('999900001111')).rejects.toThrow('own: aws is allowed in 999900001111');
  });
});
