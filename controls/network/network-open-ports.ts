import { defineControl, judged, published } from '../../schema/forms/control';
import { staysInNetwork } from '../shared/mappings';
import { aiAccounts } from '../where';

/** SSH, RDP, TensorBoard, RStudio, Jupyter. */
const ports = [22, 3389, 6006, 8787, 8888];

export default defineControl({
  id: 'network-open-ports',
  title: 'Shells and notebooks are not open to the whole internet',
  why: 'Scanners find an open Jupyter or SSH port within minutes, and behind it are the data and a GPU.',
  fix: 'Limit the rule to the addresses of the company, or drop it: Session Manager and SageMaker Studio need no open port.',
  severity: 'high',
  where: aiAccounts,
  detect: { managed: 'VPC_SG_PORT_RESTRICTION_CHECK', parameters: { restrictPorts: ports.join(',') } },
  satisfies: [
    published('hipaa', ['164.308(a)(1)(ii)(B)', '164.312(e)(1)'], 'prowler: hipaa_aws'),
    judged('nist-800-53-r5', ['AC-4', 'AC-17', 'CM-7', 'SC-7']),
    ...staysInNetwork,
    judged('pci-dss', ['1.3.1']),
  ],
  examples: [
    { when: 'port 8888 is open to 10.0.0.0/8', compliant: true },
    { when: 'port 443 is open to 0.0.0.0/0', compliant: true },
    { when: 'port 8888 is open to 0.0.0.0/0', compliant: false },
    { when: 'port 22 is open to ::/0', compliant: false },
  ],
});
