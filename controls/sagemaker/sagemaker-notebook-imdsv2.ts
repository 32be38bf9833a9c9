import { defineControl, judged } from '../../schema/forms/control';
import { aiAccounts } from '../where';

const create = 'sagemaker:CreateNotebookInstance';
const update = 'sagemaker:UpdateNotebookInstance';
const key = 'sagemaker:MinimumInstanceMetadataServiceVersion';

export default defineControl({
  id: 'sagemaker-notebook-imdsv2',
  title: 'Notebook instances give out credentials through IMDSv2 only',
  why: 'With IMDSv1, a notebook cell that is tricked into fetching a URL gives away the execution role.',
  fix: "Set InstanceMetadataServiceConfiguration.MinimumInstanceMetadataServiceVersion '2'.",
  severity: 'medium',
  where: aiAccounts,
  prevent: {
    scp: [
      // Left out at creation, version 1 is allowed; left out of an update, nothing changes.
      { Action: create, Condition: { StringNotEquals: { [key]: '2' } } },
      { Action: update, Condition: { StringEquals: { [key]: '1' } } },
    ],
  },
  promises: [
    {
      that: 'No notebook gives credentials out by version 1, from the start or later',
      deny: {
        Action: ['sagemaker:CreateNotebookInstance', 'sagemaker:UpdateNotebookInstance'],
        Condition: { StringEquals: { [key]: '1' } },
      },
    },
    {
      that: 'None is made without saying so, which allows version 1',
      deny: { Action: 'sagemaker:CreateNotebookInstance', Condition: { Null: { [key]: 'true' } } },
    },
  ],
  satisfies: [
    judged('nist-800-53-r5', ['AC-3', 'AC-6', 'IA-5']),
    judged('soc-2', ['CC6.1']),
    judged('eu-ai-act', ['Art. 15']),
    judged('nist-ai-rmf', ['MEASURE 2.7']),
  ],
  examples: [
    { when: 'the version is left out at creation', action: create, denied: true },
    { when: 'version 1 is asked for', action: create, context: { [key]: '1' }, denied: true },
    { when: 'version 2 is asked for', action: create, context: { [key]: '2' }, denied: false },
    { when: 'an update goes back to version 1', action: update, context: { [key]: '1' }, denied: true },
    { when: 'an update leaves it out', action: update, denied: false },
  ],
});
