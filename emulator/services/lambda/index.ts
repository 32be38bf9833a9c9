import type { Lambda } from '@aws-sdk/client-lambda';
import { required } from '../../toolkit/call';
import { AwsError } from '../../toolkit/errors';
import type { Operations } from '../../toolkit/operations';
import { type Routes, restService } from '../../toolkit/routes';
import type { RestService } from '../../toolkit/service';
import type { World } from '../../world';

/** Source: botocore's model lambda/2015-03-31. */
const routes: Routes<Lambda> = {
  ListFunctionUrlConfigs: ['GET /2021-10-31/functions/:FunctionName/urls', { MaxItems: 'number' }],
};

/** What moto lacks of Lambda: the list of a function's URLs, of which nothing here makes any; moto answers the rest. */
export function lambda({ moto }: World): RestService & { leftovers(): [] } {
  const handlers: Operations<Lambda> = {
    ListFunctionUrlConfigs: async ({ account, region, input }) => {
      const { FunctionName } = required(input, 'FunctionName');
      const path = `/2015-03-31/functions/${encodeURIComponent(FunctionName)}`;
      const { status } = await moto.request({ account, region, service: 'lambda', path });
      if (status !== 200) throw new AwsError('ResourceNotFoundException', `Function not found: ${FunctionName}`, 404);
      return { FunctionUrlConfigs: [] };
    },
  };
  return { ...restService('lambda', routes, handlers), leftovers: () => [] };
}
