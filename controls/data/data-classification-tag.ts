import { defineControl, judged } from '../../schema/forms/control';
import { aiAccounts } from '../where';

export default defineControl({
  id: 'data-classification-tag',
  title: 'Buckets of AI accounts say how confidential their data is',
  why: 'Nobody knows which buckets may train which model, nor what a leak of one would cost.',
  fix: "Tag the bucket with data-classification: 'public', 'internal', 'confidential' or 'restricted'.",
  severity: 'medium',
  where: aiAccounts,
  detect: {
    managed: 'REQUIRED_TAGS',
    parameters: { tag1Key: 'data-classification', tag1Value: 'public,internal,confidential,restricted' },
    resourceTypes: ['AWS::S3::Bucket'],
  },
  satisfies: [
    judged('nist-800-53-r5', ['AC-16', 'CM-8', 'RA-2']),
    judged('hipaa', ['164.308(a)(1)(ii)(A)']),
    judged('gdpr', ['Art. 9', 'Art. 30']),
    judged('soc-2', ['C1.1', 'CC3.2']),
    judged('eu-ai-act', ['Art. 10']),
    judged('iso-42001', ['A.4.3', 'A.7.2', 'A.7.3']),
    judged('nist-ai-rmf', ['MAP 4.1', 'MEASURE 2.10']),
  ],
  examples: [
    { when: "the tag data-classification is 'confidential'", compliant: true },
    { when: 'the tag is missing', compliant: false },
    { when: "the tag is 'secret', which is no class", compliant: false },
  ],
});
