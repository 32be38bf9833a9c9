import type { ForwardedEvents } from './findings-forwarder';

/**
 * What AWS itself sees of an account in the wrong hands: abuse that others report, and keys that were found in public or are misused. Each
 * account hears of itself, in the region that it is about. EventBridge Reference, events-ref-health; AWS Health User Guide,
 * choosing-a-region: what is of no region is in us-east-1 and, as a backup, in us-west-2, where everything is that us-east-1 has.
 */
export const healthRisks = {
  source: ['aws.health'],
  $or: [{ 'detail-type': ['AWS Health Abuse Event'] }, { detail: { service: ['ABUSE', 'RISK'] } }],
};

export const health: ForwardedEvents = {
  name: 'health',
  description: 'Abuse of the account, and keys of it in public',
  pattern: healthRisks,
};
