import type { Asked } from '../../cli/audit/parameters';
import { answer, models, people, picked, research } from '../support/audited';

const claude = 'anthropic.claude-sonnet-4-20250514-v1:0';
const role = (name: string) => `arn:aws:iam::${models}:role/${name}`;
const user = (name: string) => `arn:aws:iam::${models}:user/${name}`;

describe('unusual-model-use', () => {
  const unusual = (asked?: Partial<Asked>) => answer('unusual-model-use', asked);
  const flags = ['new_region', 'new_model', 'new_caller', 'long_lived_key', 'denied_burst'];
  const seen = async (asked?: Partial<Asked>) =>
    (await unusual(asked)).map((row) => [row.day, row.who, row.model, ...flags.filter((flag) => row[flag])]);

  it('names what an account never did before, keys that never expire, and bursts of denied calls', async () => {
    expect(await seen()).toEqual([
      ['2026-03-03', role('triage-service'), 'meta.llama3-70b-instruct-v1:0', 'new_model'],
      ['2026-03-04', user('old-ci'), 'anthropic.claude-opus-4-20250514-v1:0', ...flags],
      ['2026-03-05', user('bedrock-api-key'), claude, 'new_caller', 'long_lived_key'],
      ['2026-03-07', role('triage-service'), 'openai.gpt-oss-120b', 'new_model'],
      ['2026-03-08', user('bedrock-api-key'), 'openai.gpt-oss-120b', 'new_model', 'new_caller', 'long_lived_key'],
    ]);
  });

  it('counts the calls of a burst, those that were denied, and the addresses that they came from', async () => {
    const burst = (await unusual()).filter((row) => row.denied_burst);
    expect(picked(burst, 'region', 'calls', 'denied', 'source_ips', 'first_call', 'last_call')).toEqual([
      ['us-west-2', 10, 10, 2, '2026-03-04T02:00:00Z', '2026-03-04T02:09:00Z'],
    ]);
  });

  it('takes what was done within 90 days before the period for usual, and asks about one account', async () => {
    expect(await seen({ since: '2026-03-05' })).toEqual([
      ['2026-03-05', user('bedrock-api-key'), claude, 'new_caller', 'long_lived_key'],
      ['2026-03-07', role('triage-service'), 'openai.gpt-oss-120b', 'new_model'],
      ['2026-03-08', user('bedrock-api-key'), 'openai.gpt-oss-120b', 'new_model', 'new_caller', 'long_lived_key'],
    ]);
    expect(await unusual({ accountId: research })).toEqual([]);
  });
});

describe('stale-model-access', () => {
  const stale = (asked?: Partial<Asked>) => answer('stale-model-access', asked);

  it('names who called models within a year before the period and succeeded not once in it', async () => {
    expect(picked(await stale(), 'who', 'calls', 'models', 'last_call', 'last_model', 'last_region')).toEqual([
      [role('deployment-pipeline'), 2, 2, '2025-12-01T10:00:00Z', 'amazon.nova-lite-v1:0', 'eu-west-1'],
      [role('winter-forecast'), 1, 1, '2026-01-15T10:00:00Z', claude, 'eu-central-1'],
      [people.kim, 1, 1, '2026-02-27T10:00:00Z', claude, 'eu-central-1'],
    ]);
  });

  it('says nothing of people who were there in the period, be it at an endpoint, or who went longer ago', async () => {
    const who = (await stale()).map((row) => row.who);
    expect(who).not.toContain(people.dana);
    expect(who).not.toContain(role('triage-service'));
    expect(who).not.toContain(user('old-ci'));
    expect(await stale({ accountId: research })).toEqual([]);
  });
});
