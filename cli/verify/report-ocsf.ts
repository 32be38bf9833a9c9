import type { Finding, Status, Verification } from '../../live/finding';
import { readVersion } from '../../project/version';
import { sha256Of } from '../../schema/text/digest';
import { described } from './report-table';

/** `compliance.status_id` of OCSF 1.3: Pass, Fail; Unknown where nobody can tell. */
const compliance: Readonly<Record<Status, { readonly status: string; readonly status_id: number }>> = {
  holds: { status: 'Pass', status_id: 1 },
  differs: { status: 'Fail', status_id: 3 },
  unknown: { status: 'Unknown', status_id: 0 },
};

const severities: Readonly<Record<Status, { readonly severity: string; readonly severity_id: number }>> = {
  holds: { severity: 'Informational', severity_id: 1 },
  differs: { severity: 'High', severity_id: 4 },
  unknown: { severity: 'Unknown', severity_id: 0 },
};

/** The findings as Compliance Findings of OCSF. Source: schema.ocsf.io/1.3.0/classes/compliance_finding. */
export const ocsfOf = ({ findings }: Verification): readonly object[] => findings.map(eventOf);

function eventOf(finding: Finding) {
  const { id, account, accountId, region, promise, controls, resource, status, reason, deviations, mend, time } =
    finding;
  const said = reason ?? (deviations.map(described).join('\n') || promise);
  return {
    activity_id: 1,
    activity_name: 'Create',
    category_uid: 2,
    category_name: 'Findings',
    class_uid: 2003,
    class_name: 'Compliance Finding',
    type_uid: 200301,
    type_name: 'Compliance Finding: Create',
    time: Date.parse(time),
    message: said,
    ...severities[status],
    status: 'New',
    status_id: 1,
    metadata: {
      version: '1.3.0',
      profiles: ['cloud'],
      product: { name: 'AI-governance landing zone', vendor_name: 'landing-zone', version: readVersion() },
    },
    cloud: { provider: 'AWS', region, account: { name: account, uid: accountId, type: 'AWS Account', type_id: 10 } },
    finding_info: {
      // The same finding has the same id at every run.
      uid: sha256Of(`${id}/${accountId}/${region}`),
      title: promise,
      desc: said,
      types: [status],
    },
    compliance: {
      ...compliance[status],
      control: controls[0] ?? id,
      requirements: controls,
      standards: ['landing zone'],
    },
    resources: [{ uid: resource, name: id, region, cloud_partition: 'aws', type: id.split('/')[1]?.split('.')[0] }],
    ...(mend !== undefined && { remediation: { desc: mend } }),
  };
}
