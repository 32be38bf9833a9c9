import {
  ChangeMessageVisibilityBatchCommand,
  DeleteMessageBatchCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
} from '@aws-sdk/client-sqs';
import type { DigestClients } from './clients';

/** SQS lets 120,000 messages of a standard queue be taken at once: SQS Developer Guide, quotas-messages. */
const mostAtOnce = 100_000;

/** SQS takes and gives ten at most in one call. */
const perCall = 10;

const callsAtOnce = 10;

/** What waits in one queue, of which messages are taken and then deleted or put back. */
export class Queue {
  private readonly taken: string[] = [];

  constructor(
    private readonly sqs: DigestClients['sqs'],
    private readonly url: string,
  ) {}

  /** Hands over every message that waits, until there is none, too many, or too little time. Says whether there were more. */
  async drain(read: (body: string) => void, hasTime: () => boolean): Promise<boolean> {
    let more = false;
    const takeOnes = async (): Promise<void> => {
      for (;;) {
        if (this.taken.length >= mostAtOnce || !hasTime()) {
          more = true;
          return;
        }
        // With a wait SQS asks all of its servers, so that an empty answer is true: SQS Developer Guide, sqs-short-and-long-polling.
        const { Messages = [] } = await this.sqs.send(
          new ReceiveMessageCommand({ QueueUrl: this.url, MaxNumberOfMessages: perCall, WaitTimeSeconds: 1 }),
        );
        if (Messages.length === 0) return;
        for (const { Body = '', ReceiptHandle } of Messages) {
          if (ReceiptHandle) this.taken.push(ReceiptHandle);
          read(Body);
        }
      }
    };
    // All of them end first: what is taken after a failure would not be put back.
    const ends = await Promise.allSettled(Array.from({ length: callsAtOnce }, takeOnes));
    const failure = ends.find(({ status }) => status === 'rejected');
    if (failure?.status === 'rejected') throw failure.reason;
    return more;
  }

  /** Whether another run holds messages, which come back where it does not delete them. */
  async isHeld(): Promise<boolean> {
    const { Attributes = {} } = await this.sqs.send(
      new GetQueueAttributesCommand({
        QueueUrl: this.url,
        AttributeNames: ['ApproximateNumberOfMessagesNotVisible'],
      }),
    );
    return Number(Attributes.ApproximateNumberOfMessagesNotVisible ?? 0) > 0;
  }

  /** @throws where a message stays: it is told once more */
  async deleteTaken(): Promise<void> {
    const staying = await this.inBatches(async (Entries) => {
      const { Failed = [] } = await this.sqs.send(new DeleteMessageBatchCommand({ QueueUrl: this.url, Entries }));
      return Failed.length;
    });
    if (staying > 0)
      throw new Error(`The digest was sent, but ${staying} of its messages could not be deleted: they are told again`);
  }

  /** Lets the next run have them at once, and not only when SQS gives them back by itself. */
  async putBack(): Promise<void> {
    await this.inBatches(async (entries) => {
      const Entries = entries.map((entry) => ({ ...entry, VisibilityTimeout: 0 }));
      await this.sqs.send(new ChangeMessageVisibilityBatchCommand({ QueueUrl: this.url, Entries }));
      return 0;
    });
  }

  private async inBatches(
    send: (entries: { Id: string; ReceiptHandle: string }[]) => Promise<number>,
  ): Promise<number> {
    let at = 0;
    let sum = 0;
    const sendOnes = async (): Promise<void> => {
      while (at < this.taken.length) {
        const handles = this.taken.slice(at, at + perCall);
        at += perCall;
        sum += await send(handles.map((ReceiptHandle, index) => ({ Id: String(index), ReceiptHandle })));
      }
    };
    await Promise.all(Array.from({ length: callsAtOnce }, sendOnes));
    return sum;
  }
}
