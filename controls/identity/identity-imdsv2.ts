import { defineControl, judged, published } from '../../schema/forms/control';
import { aiAccounts } from '../where';

const run = 'ec2:RunInstances';
const spot = 'ec2:RequestSpotInstances';
const modify = 'ec2:ModifyInstanceMetadataOptions';
const tokens = 'ec2:MetadataHttpTokens';
const newTokens = 'ec2:Attribute/HttpTokens';

const instance = 'arn:aws:ec2:eu-central-1:111122223333:instance/*';

export default defineControl({
  id: 'identity-imdsv2',
  title: 'Instances give out the credentials of their role through IMDSv2 only',
  why: 'One request forged through a web application reads the credentials of the role from version 1 of the metadata service.',
  fix: "Launch with MetadataOptions HttpTokens 'required', in the launch template for a fleet. Start spot instances by RunInstances.",
  severity: 'high',
  where: aiAccounts,
  prevent: {
    scp: [
      // A launch is authorised for its volumes and images too, and only the instance carries the key.
      { Action: run, Resource: 'arn:aws:ec2:*:*:instance/*', Condition: { StringNotEquals: { [tokens]: 'required' } } },
      // A change of another option does not carry the key, so only the wish for version 1 is denied.
      {
        Action: [modify, 'ec2:ModifyInstanceMetadataDefaults'],
        Condition: { StringEquals: { [newTokens]: 'optional' } },
      },
      // A spot request and an import have no key for the metadata service; RunInstances starts spot instances, too.
      { Action: ['ec2:ImportInstance', 'ec2:RequestSpotFleet', spot] },
    ],
  },
  promises: [
    {
      that: 'No instance is launched that gives out credentials by version 1',
      deny: {
        Action: run,
        Resource: 'arn:aws:ec2:*:*:instance/*',
        Condition: { StringEquals: { [tokens]: 'optional' } },
      },
    },
  ],
  detect: { managed: 'EC2_IMDSV2_CHECK', resourceTypes: ['AWS::EC2::Instance'] },
  satisfies: [
    published('nist-800-53-r5', ['AC-3', 'AC-3(7)', 'AC-3(15)', 'AC-6'], 'Security Hub: EC2.8'),
    published('pci-dss', ['2.2.6'], 'Security Hub: EC2.8'),
    judged('hipaa', ['164.312(a)(1)']),
    judged('gdpr', ['Art. 32']),
    judged('soc-2', ['CC6.1']),
    judged('eu-ai-act', ['Art. 15']),
    judged('iso-42001', ['A.4.5']),
    judged('nist-ai-rmf', ['MEASURE 2.7']),
  ],
  examples: [
    {
      when: 'version 1 is asked for',
      action: run,
      resource: instance,
      context: { [tokens]: 'optional' },
      denied: true,
    },
    { when: 'the option is left out', action: run, resource: instance, denied: true },
    {
      when: 'version 2 is asked for',
      action: run,
      resource: instance,
      context: { [tokens]: 'required' },
      denied: false,
    },
    { when: 'it is started by a spot request, which does not show the option', action: spot, denied: true },
    {
      when: 'the same launch is authorised for its volume',
      action: run,
      resource: 'arn:aws:ec2:eu-central-1:111122223333:volume/*',
      denied: false,
    },
    {
      when: 'a running instance goes back to version 1',
      action: modify,
      context: { [newTokens]: 'optional' },
      denied: true,
    },
    { when: 'only the hop limit of an instance changes', action: modify, denied: false },
  ],
});
