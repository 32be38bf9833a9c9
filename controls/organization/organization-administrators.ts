import { defineControl, judged } from '../../schema/forms/control';
import { isOn } from '../../schema/forms/services';
import { everyAccount } from '../where';

/** Services that are delegated in each region by a resource of their own, where the landing zone has them. */
const regional = [
  { service: 'guardDuty', prefix: 'guardduty', type: 'aws_guardduty_organization_admin_account' },
  { service: 'macie', prefix: 'macie', type: 'aws_macie2_organization_admin_account' },
  { service: 'securityHub', prefix: 'securityhub', type: 'aws_securityhub_organization_admin_account' },
] as const;

const delegated = ['access-analyzer', 'config', 'config-multiaccountsetup'];

export default defineControl(({ services }) => ({
  id: 'organization-administrators',
  title: 'The security account administers the security services, so that nobody has to work in the management account',
  why: 'No policy binds the management account, so whoever has to sign in there for daily work may do everything.',
  fix: 'Work in the security account, which is the delegated administrator of each security service that is on.',
  severity: 'high',
  where: everyAccount,
  keptBy: [
    ...delegated.map((name) => ({
      stack: 'management' as const,
      resource: `aws_organizations_delegated_administrator.delegate-${name}`,
    })),
    { stack: 'management', resource: 'aws_cloudtrail_organization_delegated_admin_account.delegate-cloudtrail' },
    ...regional
      .filter(({ service }) => isOn(services, service))
      .map(({ prefix, type }) => ({
        stack: 'security' as const,
        resource: `${type}.${prefix}-delegation`,
        regions: 'every' as const,
        account: 'management' as const,
      })),
  ],
  satisfies: [
    judged('nist-800-53-r5', ['AC-5', 'AC-6', 'CM-7', 'PM-2']),
    judged('hipaa', ['164.308(a)(2)', '164.308(a)(3)(i)']),
    judged('gdpr', ['Art. 32']),
    judged('soc-2', ['CC1.3', 'CC6.3']),
    judged('iso-42001', ['A.3.2']),
    judged('nist-ai-rmf', ['GOVERN 2.1']),
    judged('pci-dss', ['7.2.2']),
  ],
}));
