import { ListEndpointsCommand, type ListEndpointsCommandInput } from '@aws-sdk/client-sagemaker';
import type { Clients } from '../clients';
import { pages } from '../pages';

/** All endpoints, or those that a request of the API narrows them to. */
export async function* endpoints(sagemaker: Clients['sagemaker'], narrowed: ListEndpointsCommandInput = {}) {
  const list = pages((NextToken) =>
    sagemaker.send(new ListEndpointsCommand({ ...narrowed, MaxResults: 100, NextToken })),
  );
  for await (const { Endpoints = [] } of list) yield* Endpoints;
}
