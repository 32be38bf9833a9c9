import { aiOptOutPolicy } from '../../../policy/guardrails/ai-opt-out';

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
    // AWS Organizations User Guide, orgs_reference_limits, read 2026-11-20.
    expect(aiOptOutPolicy.length).toBeLessThanOrEqual(2_500);
    expect(aiOptOutPolicy).not.toMatch(/\s/);
  });
});
