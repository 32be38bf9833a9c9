import type { HcpDouble } from '../../../emulator/hcp/hcp-double';
import { apiOf, startDouble } from '../../support/hcp-double';

describe('the subscription of the organization', () => {
  let double: HcpDouble;
  beforeEach(async () => {
    double = await startDouble({ settings: { slots: 3 } });
  });
  afterEach(() => double.close());

  it('tells owners how many runs there are at once, and nobody else anything', async () => {
    const api = apiOf(double);
    const { data } = await api('GET', 'organizations/example/subscription');
    expect(data.attributes).toMatchObject({ 'runs-ceiling': 3, 'is-public-free-tier': false });
    const other = await api('GET', 'organizations/example/subscription', undefined, double.tokens.organization);
    expect(other.status).toBe(404);
  });
});
