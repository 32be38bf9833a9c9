import type { Lambda } from '@aws-sdk/client-lambda';
import { required, type Scope } from '../../toolkit/call';
import { AwsError } from '../../toolkit/errors';
import { tryParseObject } from '../../toolkit/json';
import type { Operations } from '../../toolkit/operations';
import { type Routes, restService } from '../../toolkit/routes';
import type { RestService } from '../../toolkit/service';
import type { World } from '../../world';

/** Source: botocore's model lambda/2015-03-31. */
const routes: Routes<Lambda> = {
  ListFunctionUrlConfigs: ['GET /2021-10-31/functions/:FunctionName/urls', { MaxItems: 'number' }],
  ListFunctionEventInvokeConfigs: [
    'GET /2019-09-25/functions/:FunctionName/event-invoke-config/list',
    { MaxItems: 'number' },
  ],
  GetFunctionRecursionConfig: 'GET /2024-08-31/functions/:FunctionName/recursion-config',
  GetRuntimeManagementConfig: 'GET /2021-07-20/functions/:FunctionName/runtime-management-config',
};

/** What moto lacks of a function: settings that nothing here changes, and lists of what nothing here makes; moto answers the rest. */
export function lambda({ moto }: World): RestService & { leftovers(): [] } {
  const find = (scope: Scope, input: { readonly FunctionName?: string | undefined }) =>
    findFunctionArn(moto, scope, required(input, 'FunctionName').FunctionName);
  const handlers: Operations<Lambda> = {
    ListFunctionUrlConfigs: async (call) => {
      await find(call, call.input);
      return { FunctionUrlConfigs: [] };
    },
    ListFunctionEventInvokeConfigs: async (call) => {
      await find(call, call.input);
      return { FunctionEventInvokeConfigs: [] };
    },
    GetFunctionRecursionConfig: async (call) => {
      await find(call, call.input);
      return { RecursiveLoop: 'Terminate' };
    },
    GetRuntimeManagementConfig: async (call) => ({
      UpdateRuntimeOn: 'Auto',
      FunctionArn: await find(call, call.input),
    }),
  };
  return { ...restService('lambda', routes, handlers), leftovers: () => [] };
}

async function findFunctionArn(moto: World['moto'], { account, region }: Scope, name: string): Promise<string> {
  const path = `/2015-03-31/functions/${encodeURIComponent(name)}/configuration`;
  const { status, body } = await moto.request({ account, region, service: 'lambda', path });
  if (status !== 200) throw new AwsError('ResourceNotFoundException', `Function not found: ${name}`, 404);
  return String(tryParseObject(body)?.FunctionArn);
}
