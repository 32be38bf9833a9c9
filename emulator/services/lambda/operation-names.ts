import type { AwsRequest } from '../../gateway/request';

type Verbs = Readonly<Record<string, string>>;

/** Operations by what follows the name of a function. Source: Lambda API Reference. */
const ofFunction: Readonly<Record<string, Verbs>> = {
  '': { GET: 'GetFunction', DELETE: 'DeleteFunction' },
  aliases: { GET: 'ListAliases' },
  code: { PUT: 'UpdateFunctionCode' },
  'code-signing-config': { GET: 'GetFunctionCodeSigningConfig' },
  concurrency: { GET: 'GetFunctionConcurrency', PUT: 'PutFunctionConcurrency', DELETE: 'DeleteFunctionConcurrency' },
  configuration: { GET: 'GetFunctionConfiguration', PUT: 'UpdateFunctionConfiguration' },
  'event-invoke-config': { GET: 'GetFunctionEventInvokeConfig' },
  policy: { GET: 'GetPolicy', POST: 'AddPermission', DELETE: 'RemovePermission' },
  url: { GET: 'GetFunctionUrlConfig' },
  versions: { GET: 'ListVersionsByFunction', POST: 'PublishVersion' },
};

const tags: Verbs = { GET: 'ListTags', POST: 'TagResource', DELETE: 'UntagResource' };

/** The Lambda operation of a request by its API name; undefined where it is none that the landing zone needs. */
export function lambdaOperation({ method, path }: AwsRequest): string | undefined {
  const [, , resource, name, subresource = ''] = path.split('/');
  if (resource === 'tags') return tags[method];
  if (resource === 'event-source-mappings' && !name && method === 'GET') return 'ListEventSourceMappings';
  if (resource === 'layers' && !name && method === 'GET') return 'ListLayers';
  if (resource !== 'functions') return undefined;
  return name ? ofFunction[subresource]?.[method] : { GET: 'ListFunctions', POST: 'CreateFunction' }[method];
}
