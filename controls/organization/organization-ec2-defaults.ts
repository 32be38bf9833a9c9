import { defineControl, judged } from '../../schema/forms/control';
import { everyAccount } from '../where';

const policy = 'aws_organizations_policy';

export default defineControl(({ services: { ec2 } }) => {
  const state = (value: string) => `{"state":{"@@assign":"${value.replaceAll('-', '_')}"}}`;
  const set = [
    ...(ec2.imageSharing === 'block-new-sharing' ? [`"image_block_public_access":${state(ec2.imageSharing)}`] : []),
    ...(ec2.metadataTokens === 'required' ? ['"http_tokens":{"@@assign":"required"}'] : []),
    ...(ec2.snapshotSharing.startsWith('block-')
      ? [`"snapshot_block_public_access":${state(ec2.snapshotSharing)}`]
      : []),
  ];
  return {
    id: 'organization-ec2-defaults',
    title: 'How images and snapshots are shared, and how the metadata service answers, is set for all accounts at once',
    why: 'A default that each account sets for itself is undone in the account that somebody broke into.',
    fix: 'Change services.ec2 of accounts/landing-zone.ts; EC2 refuses the call of an account and says why.',
    severity: 'high',
    mode: set.length > 0 ? 'on' : 'off',
    reason: 'services.ec2 leaves everything to each account, or opens it',
    where: everyAccount,
    keptBy: [
      { stack: 'management', resource: `${policy}.ec2`, saying: set },
      { stack: 'management', resource: `${policy}_attachment.ec2-at-root` },
    ],
    satisfies: [
      judged('nist-800-53-r5', ['AC-3', 'AC-21', 'CM-2', 'CM-6', 'SC-7']),
      judged('hipaa', ['164.312(a)(1)']),
      judged('gdpr', ['Art. 25', 'Art. 32']),
      judged('soc-2', ['CC6.1', 'CC6.6']),
      judged('iso-42001', ['A.4.5']),
      judged('pci-dss', ['1.4.4', '2.2.1']),
    ],
  };
});
