import { lambdaOperation } from '../../../../emulator/services/lambda/operation-names';

const operation = (method: string, path: string) =>
  lambdaOperation({
    method,
    path,
    query: '',
    proxiedHost: undefined,
    headers: {},
    body: Buffer.alloc(0),
    scope: undefined,
  });

test.each([
  ['POST', '/2015-03-31/functions', 'CreateFunction'],
  ['GET', '/2015-03-31/functions/rules', 'GetFunction'],
  ['GET', '/2015-03-31/functions/rules/versions', 'ListVersionsByFunction'],
  ['GET', '/2020-06-30/functions/rules/code-signing-config', 'GetFunctionCodeSigningConfig'],
  ['POST', '/2015-03-31/functions/rules/policy', 'AddPermission'],
  ['DELETE', '/2015-03-31/functions/rules/policy/config', 'RemovePermission'],
  ['PUT', '/2015-03-31/functions/rules/code', 'UpdateFunctionCode'],
  ['GET', '/2015-03-31/event-source-mappings', 'ListEventSourceMappings'],
  ['GET', '/2018-10-31/layers', 'ListLayers'],
  ['GET', '/2015-03-31/functions/rules/aliases', 'ListAliases'],
  ['GET', '/2019-09-25/functions/rules/event-invoke-config', 'GetFunctionEventInvokeConfig'],
  ['GET', '/2021-10-31/functions/rules/url', 'GetFunctionUrlConfig'],
  ['GET', '/2017-03-31/tags/arn:aws:lambda:eu-central-1:111122223333:function:rules', 'ListTags'],
])('names %s %s %s', (method, path, name) => {
  expect(operation(method, path)).toBe(name);
});

test.each([
  ['POST', '/2015-03-31/event-source-mappings'],
  ['GET', '/2015-03-31/event-source-mappings/1'],
  ['PATCH', '/2015-03-31/functions/rules'],
  ['POST', '/2015-03-31/functions/rules/invocations'],
])('does not know %s %s, which the landing zone does not need', (method, path) => {
  expect(operation(method, path)).toBeUndefined();
});
