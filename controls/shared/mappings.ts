import type { AiSecurityCheck } from '../../schema/facts/ai-security-checks';
import { judged, published } from '../../schema/forms/control';

/** Mappings that several controls make for the same reason. A control adds its own beside them. */

/** Security Hub checks the same in its standard for AI, by the same Config rule. */
export const checkedBySecurityHub = (check: AiSecurityCheck) =>
  published('aws-ai-security', [check], 'Security Hub: AI Security Best Practices 1.0.0');

/** What runs has no way past the network of the company. */
export const staysInNetwork = [
  judged('gdpr', ['Art. 32']),
  judged('soc-2', ['CC6.6']),
  judged('eu-ai-act', ['Art. 15']),
  judged('iso-42001', ['A.4.5']),
  judged('nist-ai-rmf', ['MEASURE 2.7']),
];

/** Data reaches nobody over the network while it is worked with. */
export const sendsNothing = [
  judged('hipaa', ['164.312(e)(1)']),
  judged('gdpr', ['Art. 32']),
  judged('soc-2', ['CC6.6']),
];

/** The same, for a container that has no network at all. */
export const hasNoNetwork = [judged('nist-800-53-r5', ['AC-4', 'SC-7', 'SC-7(10)']), ...sendsNothing];

/** The same, for a container that a model is made in or answers from. */
export const modelHasNoNetwork = [
  ...hasNoNetwork,
  judged('eu-ai-act', ['Art. 15']),
  judged('iso-42001', ['A.6.2.5']),
  judged('nist-ai-rmf', ['MEASURE 2.7']),
];

/** Data at rest is under a key that the company governs. */
export const encryptedAtRest = [
  judged('hipaa', ['164.312(a)(2)(iv)']),
  judged('gdpr', ['Art. 32']),
  judged('soc-2', ['CC6.1']),
];

/** The same, where the control reports a key that is missing. */
export const namesKey = [judged('nist-800-53-r5', ['SC-13', 'SC-28', 'SC-28(1)']), ...encryptedAtRest];

/** The same, with what public sources say of the keys of SageMaker. */
export const keysOfSageMaker = [
  published(
    'nist-800-53-r5',
    ['AU-9(3)', 'CP-9d', 'SC-8(3)', 'SC-8(4)', 'SC-13a', 'SC-28(1)', 'SI-19(4)'],
    'prowler: nist_800_53_revision_5_aws',
  ),
  published(
    'hipaa',
    ['164.308(a)(1)(ii)(B)', '164.308(a)(4)(ii)(A)', '164.312(a)(2)(iv)', '164.312(e)(2)(ii)'],
    'prowler: hipaa_aws',
  ),
  published('gdpr', ['Art. 32'], 'prowler: gdpr_aws'),
  judged('soc-2', ['CC6.1']),
  judged('eu-ai-act', ['Art. 15']),
  judged('iso-42001', ['A.4.5', 'A.7.2']),
  judged('nist-ai-rmf', ['MEASURE 2.7']),
];

/** The instances of one job do not talk in the clear. */
export const encryptedInTransit = [
  judged('nist-800-53-r5', ['SC-8', 'SC-8(1)']),
  judged('hipaa', ['164.312(e)(1)']),
  judged('gdpr', ['Art. 32']),
  judged('soc-2', ['CC6.7']),
];

/** What is there is known, with who owns it. */
export const inventoried = [
  judged('nist-800-53-r5', ['CM-8', 'PM-5']),
  judged('soc-2', ['CC6.1']),
  judged('iso-42001', ['A.4.4']),
  judged('nist-ai-rmf', ['GOVERN 1.6']),
];

/** Somebody answers for what models and agents do. */
export const owned = [
  judged('nist-800-53-r5', ['CM-8', 'PM-5']),
  judged('soc-2', ['CC1.3', 'CC2.1']),
  judged('eu-ai-act', ['Art. 26(2)']),
  judged('iso-42001', ['A.3.2', 'A.4.2']),
  judged('nist-ai-rmf', ['GOVERN 1.6', 'GOVERN 2.1']),
];

/** Software comes from where the company looked at it. */
export const knownSupplier = [
  judged('nist-800-53-r5', ['CM-7(5)', 'SC-7', 'SR-3']),
  judged('soc-2', ['CC6.8']),
  judged('eu-ai-act', ['Art. 15']),
  judged('iso-42001', ['A.10.3']),
  judged('nist-ai-rmf', ['GOVERN 6.1']),
];

/** What is asked of a model and answered is on record. */
export const recordsUse = [
  judged('nist-800-53-r5', ['AU-2', 'AU-3', 'AU-12']),
  judged('hipaa', ['164.312(b)']),
  judged('gdpr', ['Art. 5(2)', 'Art. 30']),
  judged('soc-2', ['CC7.2']),
  judged('eu-ai-act', ['Art. 12', 'Art. 19', 'Art. 26(6)']),
  judged('iso-42001', ['A.6.2.8']),
  judged('nist-ai-rmf', ['MEASURE 2.4', 'MANAGE 4.1']),
];

/** Nobody works with a secret that never expires. */
export const noLongLivedSecret = [
  judged('hipaa', ['164.312(d)']),
  judged('soc-2', ['CC6.1']),
  judged('pci-dss', ['8.6.2']),
  judged('iso-42001', ['A.4.5']),
  judged('nist-ai-rmf', ['MEASURE 2.7']),
];
