import { accountVerdict, type Check } from '../check';
import { guardrails } from './guardrails';

/** The region has a guardrail that applications can pin: a numbered version, ready for use. One verdict, on the account. */
export const bedrockGuardrailPresent: Check = {
  async onSchedule({ accountId, clients: { bedrock } }) {
    // DRAFT changes under whoever uses it.
    for await (const { id } of guardrails(bedrock))
      for await (const { version, status } of guardrails(bedrock, id))
        if (version !== 'DRAFT' && status === 'READY') return [accountVerdict(accountId, 'COMPLIANT')];
    return [
      accountVerdict(
        accountId,
        'NON_COMPLIANT',
        'No guardrail has a numbered version that is READY: create a guardrail, and a version of it.',
      ),
    ];
  },
};
