import { correctedAnswer, correctedBody } from '../moto/corrections';
import { forgetTags } from '../moto/forgotten-tags';
import { withManagedExecution } from '../moto/managed-execution';
import type { MotoServer } from '../moto/server';
import { lambdaOperation } from '../services/lambda/operation-names';
import { s3Operation } from '../services/s3';
import { answerReplication, checkReplication } from '../services/s3/bucket-replication';
import { notImplemented } from '../toolkit/errors';
import { type AwsRequest, type CredentialScope, parameters } from './request';
import { targetOperation } from './router';
import type { Reply } from './wire';

/** The operation of a request to a service of moto; other REST services than S3 and Lambda are named by method and path. */
export function motoOperation(request: AwsRequest, scope: CredentialScope): string | undefined {
  if (scope.service === 's3') return s3Operation(request);
  if (scope.service === 'lambda') return lambdaOperation(request);
  const operation =
    targetOperation(request) || parameters(request).get('Action') || `${request.method} ${request.path}`;
  // Stacks are answered here; moto makes those of StackSets in the accounts themselves.
  return scope.service === 'cloudformation' && !/StackSet|StackInstance/.test(operation) ? undefined : operation;
}

/** Sends the request to moto in the name of the account, and turns moto's own failures into a refusal. */
export async function passToMoto(
  moto: MotoServer,
  request: AwsRequest,
  account: string,
  scope: CredentialScope,
): Promise<Reply> {
  const operation = motoOperation(request, scope);
  const unknown = () => notImplemented(scope.service, operation ?? `${request.method} ${request.path}${request.query}`);
  if (operation === undefined) throw unknown();
  const { connection: _, 'proxy-connection': __, ...headers } = request.headers;
  const host = motoHost(request, account, scope);
  if (operation === 'PutBucketReplication') await checkReplication(moto, request, account);
  const answer = await moto.forward(
    request.method,
    request.path + request.query,
    { ...headers, host, 'x-moto-account-id': account },
    correctedBody(scope.service, operation, account, request),
  );
  // AWS answers in XML or JSON; an HTML page is moto's web framework saying that there is no such operation.
  // An answer to HEAD has no body and so no type of its own.
  const page = request.method !== 'HEAD' && String(answer.headers['content-type'] ?? '').startsWith('text/html');
  if (page && (answer.status === 404 || answer.status >= 500)) throw unknown();
  if (answer.status === 200)
    await forgetTags(moto, { service: scope.service, operation, request, account, region: scope.region });
  if (scope.service === 'cloudformation' && answer.status === 200) {
    const call = { operation, account, region: scope.region, form: parameters(request) };
    return { ...answer, body: withManagedExecution(moto, call, answer.body.toString()) };
  }
  const body = answer.status === 200 ? unchangeable[operation] : undefined;
  if (body !== undefined) return { ...answer, body };
  return correctedAnswer(
    scope.service,
    operation,
    account,
    request,
    answerReplication(moto, operation, request, answer),
  );
}

/** What moto does not read although it cannot be changed here: the default that each bucket has. */
const unchangeable: Readonly<Record<string, string>> = {
  GetBucketRequestPayment: '<RequestPaymentConfiguration><Payer>BucketOwner</Payer></RequestPaymentConfiguration>',
};

/** moto finds S3 Control, which signs as S3, by the host. */
function motoHost(request: AwsRequest, account: string, { region, service }: CredentialScope): string {
  return request.path.startsWith('/v20180820/')
    ? `${account}.s3-control.${region}.amazonaws.com`
    : `${service}.${region}.amazonaws.com`;
}
