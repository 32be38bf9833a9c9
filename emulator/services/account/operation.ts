import type { AwsRequest } from '../../gateway/request';

/** Operations by their paths. Source: botocore's model account/2021-02-01. */
const operations: Readonly<Record<string, string>> = {
  '/deleteAlternateContact': 'DeleteAlternateContact',
  '/getAlternateContact': 'GetAlternateContact',
  '/putAlternateContact': 'PutAlternateContact',
};

/** The Account Management operation of a request by its API name; undefined where moto has none. */
export const accountOperation = ({ method, path }: AwsRequest): string | undefined =>
  method === 'POST' ? operations[path] : undefined;
