import type { Charge, Estimate } from '../../../cli/cost/estimate';
import { costReport } from '../../../cli/cost/report';
import { prices } from '../../../schema/facts/prices';
import { usageForm } from '../../../schema/forms/usage';

const ingested = (region: string, gigabytes: number): Charge => {
  const quantity = { fixed: 0, low: gigabytes, typical: gigabytes, high: gigabytes };
  const { service, unit } = prices.logIngestion;
  return {
    account: 'a',
    class: 'core',
    region,
    price: 'logIngestion',
    service,
    unit,
    quantity,
    usd: quantity,
    ofRegion: true,
  };
};

const freeOf = (...charges: readonly Charge[]): number =>
  costReport({ charges, uncounted: [] } as unknown as Estimate, usageForm.parse({})).freeTier;

describe('what AWS gives for free', () => {
  const { usd, free } = prices.logIngestion;
  const dear = prices.logIngestion.regions['eu-central-1'].usd;

  it('comes to what the units cost where they are used', () => {
    expect(dear).toBeGreaterThan(usd);
    expect(freeOf(ingested('eu-central-1', 100))).toBeCloseTo(free * dear);
    expect(freeOf(ingested('us-east-1', 100))).toBeCloseTo(free * usd);
  });

  it('is given once, where it is worth most first, and not for more than is used', () => {
    expect(freeOf(ingested('us-east-1', 100), ingested('eu-central-1', 2))).toBeCloseTo(2 * dear + (free - 2) * usd);
    expect(freeOf(ingested('us-east-1', 1), ingested('eu-central-1', 2))).toBeCloseTo(2 * dear + usd);
  });
});
