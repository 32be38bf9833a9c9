import type { SageMaker } from '@aws-sdk/client-sagemaker';
import type { Scope } from '../../toolkit/call';
import { tryParseObject } from '../../toolkit/json';
import { jsonCall } from '../../toolkit/json-call';
import type { OutputOf } from '../../toolkit/operations';
import { type Paging, page } from '../../toolkit/pages';
import type { World } from '../../world';
import type { SageMakerOperations } from './api';
import { invalid } from './errors';

/** Lists of what moto makes and describes and cannot list: their names are in the calls that made them. */
export const listOperations = (world: World): SageMakerOperations => ({
  ListFeatureGroups: async ({ account, region, input }) => {
    const made = await describedByMoto(world, { account, region }, 'FeatureGroup');
    const { items, NextToken } = pageOf(made, 'FeatureGroup', input);
    return {
      FeatureGroupSummaries: items.map(({ FeatureGroupName, FeatureGroupArn, CreationTime, FeatureGroupStatus }) => ({
        ...{ FeatureGroupName, FeatureGroupArn, CreationTime, FeatureGroupStatus },
      })),
      NextToken,
    };
  },
  ListNotebookInstanceLifecycleConfigs: async ({ account, region, input }) => {
    const made = await describedByMoto(world, { account, region }, 'NotebookInstanceLifecycleConfig');
    const { items, NextToken } = pageOf(made, 'NotebookInstanceLifecycleConfig', input);
    return {
      NotebookInstanceLifecycleConfigs: items.map(({ CreationTime, LastModifiedTime, ...config }) => ({
        NotebookInstanceLifecycleConfigName: config.NotebookInstanceLifecycleConfigName,
        NotebookInstanceLifecycleConfigArn: config.NotebookInstanceLifecycleConfigArn,
        ...{ CreationTime, LastModifiedTime },
      })),
      NextToken,
    };
  },
});

type Kind = 'FeatureGroup' | 'NotebookInstanceLifecycleConfig';

async function describedByMoto<K extends Kind>(
  { events, moto }: World,
  { account, region }: Scope,
  kind: K,
): Promise<readonly OutputOf<SageMaker, `Describe${K}`>[]> {
  const name = `${kind}Name`;
  const made = events
    .of(account)
    .filter((event) => event.region === region && event.operation === `Create${kind}` && !event.error)
    .map(({ input }) => String(new Map(Object.entries(input)).get(name)));
  const answers = await Promise.all(
    [...new Set(made)].map((each) =>
      moto.request({
        ...{ account, region, service: 'sagemaker' },
        ...jsonCall(`SageMaker.Describe${kind}`, { [name]: each }),
      }),
    ),
  );
  // What has been deleted since is described no more.
  return answers.flatMap(({ status, body }) =>
    status === 200 ? [tryParseObject(body) as OutputOf<SageMaker, `Describe${K}`>] : [],
  );
}

interface ListInput {
  readonly NameContains?: string | undefined;
  readonly MaxResults?: number | undefined;
  readonly NextToken?: string | undefined;
}

function pageOf<K extends Kind, T extends { readonly [N in `${K}Name`]?: string | undefined }>(
  all: readonly T[],
  kind: K,
  { NameContains = '', MaxResults, NextToken }: ListInput,
) {
  const named = all.filter((each) => each[`${kind}Name`]?.includes(NameContains));
  const { items, next } = page(named, { size: MaxResults, token: NextToken }, paging);
  return { items, NextToken: next };
}

/** Source: botocore's model sagemaker/2017-07-24, MaxResults. */
const paging: Paging = {
  usual: 10,
  most: 100,
  refuseSize: () => invalid('MaxResults must be between 1 and 100.'),
  refuseToken: () => invalid('NextToken is not valid.'),
};
