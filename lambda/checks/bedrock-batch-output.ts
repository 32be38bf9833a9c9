import { ListModelInvocationJobsCommand } from '@aws-sdk/client-bedrock';
import { type Check, faultsVerdict, type Verdict } from '../check';
import { pages } from '../pages';

/** A job cannot be mended: after so many days it is history, and its rule is green again. */
const days = 30;

/** Batch inference of the last thirty days named a key for its output. Without one the default of the bucket holds, which Bedrock does not say. */
export const bedrockBatchOutput: Check = {
  async onSchedule({ clients: { bedrock } }) {
    const verdicts: Verdict[] = [];
    const submitTimeAfter = new Date(Date.now() - days * 24 * 60 * 60 * 1_000);
    const list = pages((nextToken) =>
      bedrock.send(new ListModelInvocationJobsCommand({ submitTimeAfter, maxResults: 100, nextToken })),
    );
    for await (const { invocationJobSummaries = [] } of list)
      for (const { jobArn = '', outputDataConfig } of invocationJobSummaries) {
        const key = outputDataConfig?.s3OutputDataConfig?.s3EncryptionKeyId;
        const faults = key ? [] : ['It named no s3EncryptionKeyId: name a key of the account in the next job.'];
        verdicts.push(faultsVerdict('AWS::Bedrock::ModelInvocationJob', jobArn, faults));
      }
    return verdicts;
  },
};
