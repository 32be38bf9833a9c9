import { defineControl, judged } from '../../schema/forms/control';
import { staysInNetwork } from '../shared/mappings';
import { workloads } from '../where';

const create = 'sagemaker:CreateDomain';
const update = 'sagemaker:UpdateDomain';
const key = 'sagemaker:AppNetworkAccessType';

export default defineControl({
  id: 'sagemaker-domain-vpc-only',
  title: 'Studio domains reach the network through the VPC only',
  why: 'A Studio app with its own way to the internet uploads training data where no proxy or flow log sees it.',
  fix: "Set AppNetworkAccessType 'VpcOnly' and give the subnets the endpoints or the NAT gateway that Studio needs.",
  severity: 'high',
  // Not in the sandbox: there Studio keeps its way to JumpStart and to package indexes.
  where: workloads,
  prevent: {
    scp: [
      // Left out at creation, it is PublicInternetOnly; left out of an update, it stays as it is.
      { Action: create, Condition: { StringNotEquals: { [key]: 'VpcOnly' } } },
      { Action: update, Condition: { StringEquals: { [key]: 'PublicInternetOnly' } } },
    ],
  },
  detect: { managed: 'SAGEMAKER_DOMAIN_IN_VPC', resourceTypes: ['AWS::SageMaker::Domain'] },
  promises: [
    {
      that: 'No domain of Studio has a way of its own to the internet, from the start or later',
      deny: {
        Action: ['sagemaker:CreateDomain', 'sagemaker:UpdateDomain'],
        Condition: { StringEquals: { [key]: 'PublicInternetOnly' } },
      },
    },
    {
      that: 'None is made without saying so, which AWS takes for one',
      deny: { Action: 'sagemaker:CreateDomain', Condition: { Null: { [key]: 'true' } } },
    },
  ],
  satisfies: [
    judged('nist-800-53-r5', ['AC-4', 'AC-4(21)', 'SC-7', 'SC-7(3)']),
    judged('hipaa', ['164.312(a)(1)']),
    ...staysInNetwork,
  ],
  examples: [
    { when: 'the access type is left out at creation', action: create, denied: true },
    { when: 'public access is asked for', action: create, context: { [key]: 'PublicInternetOnly' }, denied: true },
    { when: 'the domain is VPC only', action: create, context: { [key]: 'VpcOnly' }, denied: false },
    { when: 'an update opens the domain', action: update, context: { [key]: 'PublicInternetOnly' }, denied: true },
    { when: 'an update changes something else', action: update, denied: false },
  ],
});
