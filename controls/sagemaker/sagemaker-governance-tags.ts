import { defineControl, judged } from '../../schema/forms/control';
import { workloads } from '../where';

const group = 'sagemaker:CreateModelPackageGroup';
const endpoint = 'sagemaker:CreateEndpoint';
const retag = 'sagemaker:AddTags';
const creating = 'sagemaker:TaggingAction';
const untag = 'sagemaker:DeleteTags';
const tag = 'data-classification';
const key = `aws:RequestTag/${tag}`;

export default defineControl({
  id: 'sagemaker-governance-tags',
  title: 'Registered models and endpoints carry the classification of their training data',
  why: 'An inventory that does not say which models learned from personal data cannot answer a regulator.',
  fix: `Create the group or endpoint with the tag '${tag}' and the value of ai.dataClassification of the account.`,
  severity: 'medium',
  where: workloads,
  prevent: {
    exempt: ['deployRole'],
    scp: [
      { Action: [endpoint, group], Condition: { Null: { [key]: 'true' } } },
      // The label stays: DeleteTags could take it off a minute later.
      // Nor is it replaced. What makes a resource with tags says so in a key of its own.
      {
        Action: retag,
        Condition: { 'ForAnyValue:StringEquals': { 'aws:TagKeys': tag }, Null: { [creating]: 'true' } },
      },
      { Action: untag, Condition: { 'ForAnyValue:StringEquals': { 'aws:TagKeys': tag } } },
    ],
  },
  promises: [
    {
      that: 'Nobody but the deployment serves or registers what does not say how sensitive its data was',
      deny: {
        Action: ['sagemaker:CreateEndpoint', 'sagemaker:CreateModelPackageGroup'],
        Condition: { Null: { [key]: 'true' } },
      },
      exempt: ['deployRole'],
    },
    {
      that: 'Nobody else takes the label off, alone or with others',
      deny: { Action: 'sagemaker:DeleteTags', Condition: { 'ForAnyValue:StringEquals': { 'aws:TagKeys': tag } } },
      exempt: ['deployRole'],
    },
  ],
  satisfies: [
    judged('nist-800-53-r5', ['AC-16', 'CM-8', 'RA-2']),
    judged('gdpr', ['Art. 5(2)', 'Art. 30']),
    judged('soc-2', ['C1.1']),
    judged('eu-ai-act', ['Art. 11', 'Art. 18']),
    judged('iso-42001', ['A.4.2', 'A.7.5']),
    judged('nist-ai-rmf', ['GOVERN 1.6', 'MAP 4.1']),
  ],
  examples: [
    { when: 'a group is created without tags', action: group, denied: true },
    {
      when: 'an endpoint has another tag',
      action: endpoint,
      context: { 'aws:RequestTag/owner': 'research' },
      denied: true,
    },
    { when: 'the tag is there', action: group, context: { [key]: 'restricted' }, denied: false },
    { when: 'the tag is taken off', action: untag, context: { 'aws:TagKeys': ['owner', tag] }, denied: true },
    { when: 'another value is put in its place', action: retag, context: { 'aws:TagKeys': [tag] }, denied: true },
    {
      when: 'it is put on what is being made',
      action: retag,
      context: { 'aws:TagKeys': [tag], [creating]: 'CreateEndpoint' },
      denied: false,
    },
    { when: 'another tag is taken off', action: untag, context: { 'aws:TagKeys': ['owner'] }, denied: false },
    { when: 'the landing zone creates a group', action: group, principal: 'deployRole', denied: false },
  ],
});
