import { call, engineer, on, scientist } from '../proofs/calls';
import { filtered, foundationModel } from '../proofs/requests-of-bedrock';
import { administrator, deployer, elsewhere, emergency, impostors, member, type Room, stopped } from './path';

const north = { 'aws:RequestedRegion': 'eu-north-1' };
const through = (profile: string) => ({ ...north, ...filtered, 'bedrock:InferenceProfileArn': profile });
const invoke = 'bedrock:InvokeModel';
/** A profile is allowed or denied in the region that is asked, and so is each model that it leads to. */
const unlogged = on('bedrock', 'inference-profile/eu.anthropic.claude-v1:0', 'eu-north-1');
const there = foundationModel(undefined, 'eu-north-1');

export const organization: Room = {
  'No account gets away from the organization': [
    ...stopped(
      'organization-leave',
      'ml-production',
      call(administrator, 'leaves', 'organizations:LeaveOrganization'),
      call(deployer, 'leaves', 'organizations:LeaveOrganization'),
      call(emergency, 'leaves', 'organizations:LeaveOrganization'),
      call(administrator, 'accepts the invitation of another organization', 'organizations:AcceptHandshake'),
      call(deployer, 'accepts it for the landing zone', 'organizations:AcceptHandshake'),
    ),
    ...stopped(
      'organization-leave',
      'log-archive',
      call(administrator, 'takes the logs to another organization', 'organizations:AcceptHandshake'),
    ),
    ...stopped(
      'organization-close-account',
      'security',
      call(deployer, 'closes the account', 'account:CloseAccount'),
      call(administrator, 'closes the account', 'account:CloseAccount'),
    ),
    ...stopped(
      'organization-contacts',
      'sandbox',
      call(administrator, 'turns warnings away', 'account:DeleteAlternateContact'),
      call(administrator, 'asks for another address of the root user', 'account:StartPrimaryEmailUpdate'),
      call(administrator, 'confirms it', 'account:AcceptPrimaryEmailUpdate'),
      call(emergency, 'gives the account another name', 'account:PutAccountName'),
    ),
  ],
  'Nothing runs where nobody looks': [
    ...stopped(
      'organization-region-deny',
      'ml-production',
      call(administrator, 'starts an instance elsewhere', 'ec2:RunInstances', on('ec2', 'volume/*'), elsewhere),
      call(emergency, 'makes a bucket elsewhere', 's3:CreateBucket', '*', elsewhere),
      call(engineer, 'makes a guardrail elsewhere', 'bedrock:CreateAutomatedReasoningPolicy', '*', elsewhere),
      call(engineer, 'runs a function elsewhere', 'lambda:InvokeFunction', '*', north),
      call(scientist, 'calls a model elsewhere', invoke, there, { ...north, ...filtered }),
      call(deployer, 'calls a model elsewhere', invoke, there, { ...north, ...filtered }),
      call(scientist, 'goes through an American profile', invoke, there, {
        ...through('arn:aws:bedrock:us-east-1:{account}:inference-profile/us.anthropic.claude-v1:0'),
      }),
      call(scientist, 'asks a European profile of a region that is not governed', invoke, unlogged, through(unlogged)),
      call(deployer, 'asks it as the landing zone', invoke, unlogged, through(unlogged)),
      call(scientist, 'hides the geography', invoke, there, {
        ...through('arn:aws:bedrock:eu-central-1:{account}:application-inference-profile/q1w2'),
      }),
      call(engineer, 'runs a batch elsewhere', 'bedrock:CreateModelInvocationJob', there, north),
      call(engineer, 'filters elsewhere', 'bedrock:ApplyGuardrail', on('bedrock', 'guardrail/a1', 'eu-north-1'), north),
      ...impostors('OrganizationAccountAccessRole').map((impostor) =>
        call(impostor, 'makes a bucket elsewhere', 's3:CreateBucket', '*', elsewhere),
      ),
    ),
    ...stopped(
      'organization-region-opt-in',
      'ml-production',
      call(administrator, 'opens a region', 'account:EnableRegion'),
      call(emergency, 'closes a region', 'account:DisableRegion'),
    ),
    ...stopped(
      'organization-quarantine',
      'sandbox',
      call(administrator, 'acts in an account at the root', 's3:CreateBucket', '*', {
        'aws:PrincipalOrgPaths': ['o-a1b2c3d4e5/r-ab12/'],
      }),
    ),
  ],
  'Disks are encrypted, whoever makes them': [
    ...stopped(
      'organization-ebs-encryption',
      'ml-production',
      call(administrator, 'makes disks in the clear', 'ec2:DisableEbsEncryptionByDefault'),
      call(emergency, 'makes disks in the clear', 'ec2:DisableEbsEncryptionByDefault'),
    ),
  ],
  'A root user does nothing': [
    ...stopped(
      'identity-root-user',
      'ml-production',
      call(member, 'reads data', 's3:ListAllMyBuckets'),
      call(member, 'makes a key for itself', 'iam:ListAccessKeys'),
    ),
    ...stopped('identity-root-user', 'log-archive', call(member, 'looks at the logs', 's3:ListBucket')),
    ...stopped('identity-root-user', 'security', call(member, 'looks at findings', 'guardduty:ListFindings')),
  ],
};
