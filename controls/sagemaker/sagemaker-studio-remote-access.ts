import { defineControl, judged } from '../../schema/forms/control';
import { workloads } from '../where';

const create = 'sagemaker:CreateSpace';
const update = 'sagemaker:UpdateSpace';
const key = 'sagemaker:RemoteAccess';

export default defineControl({
  id: 'sagemaker-studio-remote-access',
  title: 'Studio spaces are not reached from editors on laptops',
  why: 'A remote editor carries files of the space to a device that the company may not manage, past the VPC.',
  fix: 'Work in the browser, or in a sandbox account without production data.',
  severity: 'medium',
  // Not in the sandbox: a local editor is how most people like to try things.
  where: workloads,
  prevent: { scp: [{ Action: [create, update], Condition: { StringEquals: { [key]: 'ENABLED' } } }] },
  promises: [
    {
      that: 'No space of Studio is opened to editors elsewhere, from the start or later',
      deny: {
        Action: ['sagemaker:CreateSpace', 'sagemaker:UpdateSpace'],
        Condition: { StringEquals: { [key]: 'ENABLED' } },
      },
    },
  ],
  satisfies: [
    judged('nist-800-53-r5', ['AC-4', 'AC-17', 'AC-20']),
    judged('hipaa', ['164.312(a)(1)']),
    judged('gdpr', ['Art. 32']),
    judged('soc-2', ['CC6.6', 'CC6.7']),
    judged('iso-42001', ['A.4.5']),
    judged('nist-ai-rmf', ['MEASURE 2.7']),
  ],
  examples: [
    { when: 'a space is created with remote access', action: create, context: { [key]: 'ENABLED' }, denied: true },
    { when: 'a space gets it later', action: update, context: { [key]: 'ENABLED' }, denied: true },
    { when: 'it is turned off', action: update, context: { [key]: 'DISABLED' }, denied: false },
    { when: 'it is left out, which means off', action: create, denied: false },
  ],
});
