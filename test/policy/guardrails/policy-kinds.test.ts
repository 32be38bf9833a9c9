import { policyTypes } from '../../../policy/guardrails/organization-policy';
import { packNodes } from '../../../policy/guardrails/packing';
import { authorizationKinds } from '../../../policy/guardrails/policy-kinds';
import { madeControl } from '../../support/made-control';
import { zoneOf } from '../../support/zone';

const zone = zoneOf({
  settings: { organization: { reservedScpSlots: 3 } },
  controls: [madeControl({ prevent: { scp: [{ Action: 's3:A' }], rcp: [{ Action: 's3:B' }] } })],
});

describe('the kinds of policies that controls write', () => {
  it('have keys, prefixes, endings and full-access policies of their own', () => {
    const kinds = policyTypes.map((type) => authorizationKinds[type]);
    for (const field of ['label', 'key', 'resourcePrefix', 'nameEnding', 'fullAccess'] as const)
      expect(new Set(kinds.map((kind) => kind[field])).size).toBe(kinds.length);
  });

  it.each(policyTypes)('read from the control what is theirs, with the principal that they take: %s', (type) => {
    const { key, principal } = authorizationKinds[type];
    const root = packNodes(zone).find((node) => node.type === type && node.targets[0]?.kind === 'root');
    expect(root?.own.map(({ statement: { Action, Principal } }) => [Action, Principal])).toEqual([
      [key === 'scp' ? 's3:A' : 's3:B', principal],
    ]);
  });

  it('leave the slots free that AWS takes, and those that others take where a setting counts them', () => {
    const slots = (set: 'since-2026-05' | 'before-2026-05') =>
      Object.fromEntries(packNodes(zone, set).map(({ type, room }) => [authorizationKinds[type].label, room.slots]));
    expect(slots('since-2026-05')).toEqual({ SCP: 6, RCP: 4 });
    expect(slots('before-2026-05')).toEqual({ SCP: 1, RCP: 4 });
  });
});
