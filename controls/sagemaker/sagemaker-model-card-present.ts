import { defineControl, judged } from '../../schema/forms/control';
import { workloads } from '../where';

export default defineControl({
  id: 'sagemaker-model-card-present',
  title: 'Every approved model has a model card',
  why: 'Without a card nobody can say what the model is for, what it must not be used for and how risky it was rated.',
  fix: 'Write a model card for the model package group: intended uses, risk rating, evaluation, who is responsible.',
  severity: 'medium',
  where: workloads,
  detect: { lambda: 'model-card-present', frequency: 'TwentyFour_Hours' },
  satisfies: [
    judged('nist-800-53-r5', ['PL-2', 'RA-3', 'SA-5']),
    judged('hipaa', ['164.308(a)(1)(ii)(A)']),
    judged('gdpr', ['Art. 35']),
    judged('soc-2', ['CC3.2']),
    judged('eu-ai-act', ['Art. 9', 'Art. 11', 'Art. 13', 'Annex IV']),
    judged('iso-42001', ['A.5.2', 'A.5.3', 'A.6.2.3', 'A.6.2.7', 'A.8.2']),
    judged('nist-ai-rmf', ['MAP 1.1', 'MAP 5.1', 'GOVERN 1.6']),
  ],
  examples: [
    { when: 'a group has an approved version and a card that names the group', compliant: true },
    { when: 'a group has versions, none of them approved', compliant: true },
    { when: 'a group has an approved version and no card', compliant: false },
  ],
});
