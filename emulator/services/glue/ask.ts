import type { Glue } from '@aws-sdk/client-glue';
import type { Scope } from '../../toolkit/call';
import { tryParseObject } from '../../toolkit/json';
import type { InputOf, OperationOf, OutputOf } from '../../toolkit/operations';
import type { Moto } from '../../world';

/** Asks moto for what the Data Catalog of an account and region has. */
export async function askGlue<Operation extends OperationOf<Glue>>(
  moto: Moto,
  { account, region }: Scope,
  operation: Operation,
  input: Partial<InputOf<Glue, Operation>>,
): Promise<OutputOf<Glue, Operation>> {
  const { status, body } = await moto.request({
    ...{ account, region, service: 'glue', method: 'POST' },
    headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': `AWSGlue.${operation}` },
    body: JSON.stringify(input),
  });
  if (status !== 200) throw new Error(`moto did not answer ${operation}: ${body}`);
  return (tryParseObject(body) ?? {}) as OutputOf<Glue, Operation>;
}
