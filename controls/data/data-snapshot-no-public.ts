import { defineControl, judged } from '../../schema/forms/control';
import { everyAccount } from '../where';

const modify = {
  action: 'ec2:ModifySnapshotAttribute',
  resource: 'arn:aws:ec2:eu-central-1::snapshot/snap-0123456789',
};
const group = 'ec2:Add/group';

export default defineControl({
  id: 'data-snapshot-no-public',
  title: 'Snapshots and images of machines are not public',
  why: 'A public snapshot of a training machine is copied by strangers within minutes, with all that was on its disk.',
  fix: 'Share the snapshot with the one account that needs it, encrypted with a key that it may use.',
  severity: 'critical',
  where: everyAccount,
  prevent: {
    scp: [
      { Action: modify.action, Condition: { StringEquals: { [group]: 'all' } } },
      // No condition key tells who an image is given to; the block of the region does it, and is on by default.
      { Action: ['ec2:DisableImageBlockPublicAccess', 'ec2:DisableSnapshotBlockPublicAccess'] },
    ],
  },
  detect: { managed: 'EBS_SNAPSHOT_PUBLIC_RESTORABLE_CHECK' },
  promises: [
    {
      that: 'Nobody gives a snapshot to everybody',
      deny: { Action: 'ec2:ModifySnapshotAttribute', Condition: { StringEquals: { [group]: 'all' } } },
    },
    {
      that: 'Nobody lets a region have public snapshots or images',
      deny: { Action: ['ec2:DisableImageBlockPublicAccess', 'ec2:DisableSnapshotBlockPublicAccess'] },
    },
  ],
  satisfies: [
    judged('nist-800-53-r5', ['AC-3', 'AC-4', 'AC-6', 'AC-21', 'SC-7']),
    judged('hipaa', ['164.312(a)(1)']),
    judged('gdpr', ['Art. 32']),
    judged('soc-2', ['CC6.1', 'CC6.6']),
    judged('eu-ai-act', ['Art. 15(5)']),
  ],
  examples: [
    { when: 'a snapshot is given to everybody', ...modify, context: { [group]: 'all' }, denied: true },
    {
      when: 'a snapshot is given to one account',
      ...modify,
      context: { 'ec2:Add/userId': '111122223333' },
      denied: false,
    },
    {
      when: 'a snapshot is taken back from everybody',
      ...modify,
      context: { 'ec2:Remove/group': 'all' },
      denied: false,
    },
    { when: 'the block of public images is lifted', action: 'ec2:DisableImageBlockPublicAccess', denied: true },
    { when: 'the block of public images is set', action: 'ec2:EnableImageBlockPublicAccess', denied: false },
  ],
});
