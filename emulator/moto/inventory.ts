import type { Moto } from '../world';
import type { Ask } from './probes';
import { motoServices } from './services';

/** Remembers where something was changed in moto, and lists what is left there. */
export class MotoInventory {
  private readonly touched = new Map<string, { account: string; region: string; service: string }>();

  /** Notes that a request went to moto. */
  touch(account: string, region: string, service: string): void {
    this.touched.set([account, region, service].join('/'), { account, region, service });
  }

  async leftovers(moto: Moto): Promise<readonly { account: string; resource: string }[]> {
    const found = await Promise.all(
      [...this.touched.values()].map(async ({ account, region, service }) => {
        const ask: Ask = (request) =>
          moto.request({
            account,
            region,
            service,
            ...request,
            headers: { 'x-amz-account-id': account, ...request.headers },
          });
        const resources = await Promise.all((motoServices[service] ?? []).map((probe) => probe(ask)));
        return resources
          .flat()
          .map((resource) => ({ account, resource: `${globalServices.has(service) ? 'global' : region} ${resource}` }));
      }),
    );
    // A global service answers the same in each region in which it was called.
    return [...new Map(found.flat().map((item) => [`${item.account} ${item.resource}`, item])).values()];
  }
}

const globalServices = new Set(['iam', 's3']);
