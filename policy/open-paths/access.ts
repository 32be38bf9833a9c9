import type { OpenPath } from './open-path';

const outside = 'arn:aws:iam::999988887777:role/outsider';
const signIn = 'Nobody signs in whom the company does not know';
const network = 'No machine has a public address, and none is open to everybody';
const everything = 'All promises';

/** Past whom no policy binds, past sign-in, past the network. */
export const access: readonly OpenPath[] = [
  {
    promise: everything,
    who: 'an administrator of the management account',
    what: 'detaches a policy',
    request: { account: 'management', action: 'organizations:DetachPolicy' },
    reason:
      'No service or resource control policy binds the management account. It runs nothing else, few people sign in there, and changes of the organization are told by mail.',
  },
  {
    promise: everything,
    who: 'somebody in the management account',
    what: 'takes the deploy role of a member',
    request: {
      account: 'ml-production',
      principal: 'arn:aws:iam::111122223333:role/terraform',
      action: 'sts:AssumeRole',
      resource: 'arn:aws:iam::{account}:role/OrganizationAccountAccessRole',
    },
    reason: 'This is how the landing zone deploys. Who may is said by the policies of the management account.',
  },
  {
    promise: everything,
    who: 'a service-linked role',
    what: 'decrypts with a key',
    request: {
      account: 'ml-production',
      principal: 'aws-service-role/guardduty.amazonaws.com/AWSServiceRoleForAmazonGuardDuty',
      action: 'kms:Decrypt',
    },
    reason:
      'AWS binds service-linked roles by no such policy. Only the service itself can use one, and its rights are those that AWS wrote.',
  },
  {
    promise: 'Nobody passes for a role that is exempt',
    who: 'an engineer',
    what: 'passes a role of the landing zone to a function of its own',
    request: {
      account: 'ml-production',
      action: 'iam:PassRole',
      resource: 'arn:aws:iam::{account}:role/acme-ai-config-rules',
    },
    reason:
      'Whoever starts a remediation by hand passes its role. Roles of services are exempt from nothing, and may do what their task needs and no more.',
  },
  {
    promise: 'An agent has the rights that were meant for it',
    who: 'an engineer',
    what: 'gives an agent a role that is called as if it were made for it',
    request: {
      account: 'ml-production',
      action: 'iam:PassRole',
      resource: 'arn:aws:iam::{account}:role/BedrockAgentCore-everything',
      context: { 'iam:PassedToService': 'bedrock-agentcore.amazonaws.com' },
    },
    reason:
      'A policy sees the name of a role and not its rights. Whoever makes roles is narrowed by IAM, and the roles that were there before, of pipelines and administrators, are not called so.',
  },
  {
    promise: 'No credential lasts',
    who: 'an administrator',
    what: 'takes an old access key into use again',
    request: { account: 'ml-production', action: 'iam:UpdateAccessKey' },
    reason:
      'The same call takes a leaked key out of use, and no condition key tells the two apart. New users and keys are denied; a rule reports old ones.',
  },
  {
    promise: signIn,
    who: 'a stranger with a token of the provider of the company',
    what: 'takes a role whose trust names no repository',
    request: {
      account: 'ml-production',
      principal: outside,
      action: 'sts:AssumeRoleWithWebIdentity',
      resource: 'arn:aws:iam::{account}:role/delivery',
      context: { 'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com' },
    },
    reason:
      'Which repositories are those of the company stands in trust policies only. Access Analyzer reports a role that anybody may take.',
  },
  {
    promise: network,
    who: 'an engineer',
    what: 'launches into a subnet that gives public addresses already',
    request: {
      account: 'ml-production',
      action: 'ec2:RunInstances',
      resource: 'arn:aws:ec2:eu-central-1:{account}:network-interface/*',
    },
    reason:
      'The key of the address comes only where the launch says something. No subnet may be told to give addresses, default VPCs are closed by `defaultVpcs`, and a rule reports instances with an address.',
  },
  {
    promise: network,
    who: 'an engineer',
    what: 'opens a port to everybody',
    request: { account: 'ml-production', action: 'ec2:AuthorizeSecurityGroupIngress' },
    reason: 'No condition key says which addresses are let in. A rule reports it within minutes.',
  },
  {
    promise: network,
    who: 'an engineer',
    what: 'puts a public load balancer in front',
    request: {
      account: 'ml-production',
      action: 'elasticloadbalancing:CreateLoadBalancer',
      context: { 'elasticloadbalancing:Scheme': 'internet-facing' },
    },
    reason: 'It is how a service is meant to be reached. The machine behind it keeps its private address.',
  },
];
