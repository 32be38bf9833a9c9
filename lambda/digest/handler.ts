import { SNSClient } from '@aws-sdk/client-sns';
import { SQSClient } from '@aws-sdk/client-sqs';
import type { Handler } from 'aws-lambda';
import type { DigestClients } from './clients';
import { sendDigest } from './digest';
import type { DigestRequest } from './request';

const clients: DigestClients = { sqs: new SQSClient({}), sns: new SNSClient({}) };

/** For publishing and deleting, or for putting back. */
const reserve = 300_000;

/** The entry of the Lambda function that writes digests of findings. */
export const handler: Handler<DigestRequest, string> = (request, context) =>
  sendDigest(request, clients, () => context.getRemainingTimeInMillis() > reserve);
