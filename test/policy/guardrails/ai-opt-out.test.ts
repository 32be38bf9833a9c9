import { aiOptOutPolicy } from '../../../policy/guardrails/ai-opt-out';
import { declarativeKinds } from '../../../policy/guardrails/policy-kinds';

const locked = { '@@operators_allowed_for_child_policies': ['@@none'] };

describe('the AI services opt-out policy', () => {
  it('opts every service out by default', () => {
    expect(JSON.parse(aiOptOutPolicy)).toMatchObject({
      services: { default: { opt_out_policy: { '@@assign': 'optOut' } } },
    });
  });

  it('lets no OU below say otherwise, at any level of it', () => {
    expect(JSON.parse(aiOptOutPolicy)).toMatchObject({
      services: { ...locked, default: { ...locked, opt_out_policy: locked } },
    });
  });

  it('fits the quota, without white space', () => {
    expect(aiOptOutPolicy.length).toBeLessThanOrEqual(declarativeKinds.AISERVICES_OPT_OUT_POLICY.quota.value);
    expect(aiOptOutPolicy).not.toMatch(/\s/);
  });
});
