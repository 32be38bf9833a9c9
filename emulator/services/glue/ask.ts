import type { Glue } from '@aws-sdk/client-glue';
import type { Scope } from '../../toolkit/call';
import { tryParseObject } from '../../toolkit/json';
import { jsonCall } from '../../toolkit/json-call';
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
    ...{ account, region, service: 'glue' },
    ...jsonCall(`AWSGlue.${operation}`, input),
  });
  if (status !== 200) throw new Error(`moto did not answer ${operation}: ${body}`);
  return (tryParseObject(body) ?? {}) as OutputOf<Glue, Operation>;
}
