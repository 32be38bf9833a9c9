import { PublishCommand } from '@aws-sdk/client-sns';
import type { DigestClients } from './clients';
import { readFinding } from './finding';
import { Gathered } from './gathered';
import { mailOf } from './mail';
import { Queue } from './queue';
import type { DigestRequest } from './request';

/**
 * Sends one mail of all that waits, and deletes it then. Nothing is lost: what was not told is put back, or comes back by itself, and what
 * could not be deleted is told again. Two runs at one time share what waits, because SQS gives no message to both.
 */
export async function sendDigest(
  request: DigestRequest,
  { sqs, sns }: DigestClients,
  hasTime: () => boolean = () => true,
): Promise<'sent' | 'skipped' | 'held by another run'> {
  const queue = new Queue(sqs, request.queueUrl);
  const gathered = new Gathered();
  try {
    const more = await queue.drain((body) => gathered.add(readFinding(body, request.rules)), hasTime);
    if (gathered.count === 0) {
      if (await queue.isHeld()) return 'held by another run';
      if (request.empty === 'skip') return 'skipped';
    }
    const { subject, text } = mailOf(request, gathered, more);
    await sns.send(new PublishCommand({ TopicArn: request.topicArn, Subject: subject, Message: text }));
  } catch (error) {
    // What cannot be put back comes back by itself, and the error that matters is the first one.
    await queue.putBack().catch(() => undefined);
    throw error;
  }
  await queue.deleteTaken();
  return 'sent';
}
