import { defineControl, judged } from '../../schema/forms/control';
import { everyAccount } from '../where';

const enable = 'account:EnableRegion';

export default defineControl({
  id: 'organization-region-opt-in',
  title: 'Only the landing zone opens and closes regions of an account',
  why: 'In a region that somebody opened there is no recorder, no detector and no trail bucket that accepts its logs.',
  fix: 'Add the region to accounts/landing-zone.ts; the landing zone brings its services along.',
  severity: 'medium',
  where: everyAccount,
  prevent: { scp: [{ Action: ['account:DisableRegion', enable] }], exempt: ['deployRole'] },
  promises: [
    {
      that: 'Nobody but the deployment opens a region',
      deny: { Action: ['account:DisableRegion', 'account:EnableRegion'] },
      exempt: ['deployRole'],
    },
  ],
  satisfies: [
    judged('nist-800-53-r5', ['CM-5', 'CM-7', 'SA-9(5)']),
    judged('gdpr', ['Art. 44']),
    judged('soc-2', ['CC6.1']),
    judged('iso-42001', ['A.4.5']),
    judged('nist-ai-rmf', ['GOVERN 1.1']),
  ],
  examples: [
    {
      when: 'an administrator opens a region',
      action: enable,
      context: { 'account:TargetRegion': 'me-central-1' },
      denied: true,
    },
    {
      when: 'the landing zone opens one',
      action: enable,
      principal: 'deployRole',
      context: { 'account:TargetRegion': 'me-central-1' },
      denied: false,
    },
    { when: 'somebody looks at which regions are open', action: 'account:ListRegions', denied: false },
  ],
});
