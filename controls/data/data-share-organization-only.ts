import { defineControl, judged } from '../../schema/forms/control';
import { saysTrueOrFalse } from '../shared/assumptions';
import { everyAccount } from '../where';

const asked = 'ram:RequestedAllowsExternalPrincipals';
const open = 'ram:AllowsExternalPrincipals';
const create = { action: 'ram:CreateResourceShare' };
const update = { action: 'ram:UpdateResourceShare' };
const associate = { action: 'ram:AssociateResourceShare' };

export default defineControl({
  id: 'data-share-organization-only',
  title: 'Resources are shared inside the organization only',
  why: 'A share with a foreign account hands over tables, subnets or model packages past every bucket policy.',
  fix: 'Create the share with allowExternalPrincipals false. A partner gets tables from a data steward.',
  severity: 'high',
  where: everyAccount,
  prevent: {
    scp: [
      // RAM takes true where the request leaves it out.
      { Action: create.action, Condition: { BoolIfExists: { [asked]: 'true' } } },
      // An update that leaves it out changes something else.
      { Action: update.action, Condition: { Bool: { [asked]: 'true' } } },
      { Action: associate.action, Condition: { Bool: { [open]: 'true' } } },
    ],
    // Lake Formation shares tables through RAM in the name of whoever grants.
    exempt: ['deployRole', 'dataStewards'],
  },
  promises: [
    {
      that: 'Nobody but a data steward or the deployment makes a share that strangers may join, or that does not say who',
      deny: { Action: 'ram:CreateResourceShare', Condition: { StringNotEquals: { [asked]: 'false' } } },
      exempt: ['deployRole', 'dataStewards'],
      assuming: [saysTrueOrFalse(asked)],
    },
    {
      that: 'Nobody else puts anything into one',
      deny: { Action: 'ram:AssociateResourceShare', Condition: { StringEquals: { [open]: 'true' } } },
      exempt: ['deployRole', 'dataStewards'],
    },
  ],
  satisfies: [
    judged('nist-800-53-r5', ['AC-3', 'AC-4', 'AC-21']),
    judged('hipaa', ['164.308(b)(1)', '164.312(a)(1)']),
    judged('gdpr', ['Art. 28', 'Art. 44']),
    judged('soc-2', ['CC6.1', 'CC6.6']),
    judged('iso-42001', ['A.10.2']),
    judged('nist-ai-rmf', ['GOVERN 6.1']),
  ],
  examples: [
    { when: 'a share may have outsiders', ...create, context: { [asked]: 'true' }, denied: true },
    { when: 'a share does not say so, and RAM takes yes', ...create, denied: true },
    { when: 'a share stays inside', ...create, context: { [asked]: 'false' }, denied: false },
    { when: 'a share is opened later', ...update, context: { [asked]: 'true' }, denied: true },
    { when: 'a share gets another name', ...update, denied: false },
    { when: 'a share that is open gets more', ...associate, context: { [open]: 'true' }, denied: true },
    { when: 'a share that stays inside gets more', ...associate, context: { [open]: 'false' }, denied: false },
    { when: 'the landing zone shares a table', ...create, principal: 'deployRole', denied: false },
    { when: 'a data steward shares a table', ...create, principal: 'dataStewards', denied: false },
  ],
});
