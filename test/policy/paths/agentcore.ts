import { approver, call, engineer, job, on, pipeline, role, scientist, steward } from '../proofs/calls';
import { gateway, owned } from '../proofs/requests-of-bedrock';
import { administrator, deployer, emergency, type Room, stopped } from './path';

const ofAws = (tool: string) => `arn:aws:bedrock-agentcore:eu-central-1:aws:${tool}`;
const open = { 'bedrock-agentcore:GatewayAuthorizerType': 'NONE', ...owned };
const logOnly = { ...gateway, 'bedrock-agentcore:PolicyEngineMode': 'LOG_ONLY' };
const passed = { 'iam:PassedToService': 'bedrock-agentcore.amazonaws.com' };
const runtime = on('bedrock-agentcore', 'runtime/triage');

export const agentcore: Room = {
  'What an agent runs has no way to the open network': [
    ...stopped(
      'agentcore-runtime-private',
      'ml-production',
      call(administrator, 'starts an agent without a VPC', 'bedrock-agentcore:CreateAgentRuntime', '*', owned),
      call(engineer, 'moves an agent out of its VPC', 'bedrock-agentcore:UpdateAgentRuntime', runtime),
      call(engineer, 'runs the agent in a harness', 'bedrock-agentcore:CreateHarness'),
      call(deployer, 'gives a harness another network', 'bedrock-agentcore:UpdateHarness'),
    ),
    ...stopped(
      'agentcore-runtime-private',
      'sandbox',
      call(scientist, 'starts an agent without a VPC where things are tried', 'bedrock-agentcore:CreateAgentRuntime'),
    ),
    ...stopped(
      'agentcore-browser-private',
      'ml-production',
      call(engineer, 'gives it a browser on the open network', 'bedrock-agentcore:CreateBrowser', '*', owned),
    ),
    ...stopped(
      'agentcore-interpreter-private',
      'ml-production',
      call(engineer, 'lets it run code there', 'bedrock-agentcore:CreateCodeInterpreter', '*', owned),
    ),
    ...stopped(
      'agentcore-system-tools',
      'ml-production',
      call(
        scientist,
        "takes AWS's own browser",
        'bedrock-agentcore:StartBrowserSession',
        ofAws('browser/aws.browser.v1'),
      ),
      call(
        administrator,
        "runs code in AWS's own interpreter",
        'bedrock-agentcore:StartCodeInterpreterSession',
        ofAws('code-interpreter/aws.codeinterpreter.v1'),
      ),
    ),
  ],
  'Whoever talks to an agent is known, and an agent is what was approved': [
    ...stopped(
      'agentcore-gateway-authorizer',
      'ml-production',
      call(engineer, 'opens tools to everybody', 'bedrock-agentcore:CreateGateway', '*', open),
      call(deployer, 'takes the authorizer off later', 'bedrock-agentcore:UpdateGateway', '*', open),
    ),
    ...stopped(
      'agentcore-gateway-policy',
      'ml-production',
      call(engineer, 'has the policy of tools written down only', 'bedrock-agentcore:CreateGateway', '*', logOnly),
      call(approver, 'asks it no longer', 'bedrock-agentcore:UpdateGateway', '*', logOnly),
      call(deployer, 'deploys a gateway like that', 'bedrock-agentcore:CreateGateway', '*', logOnly),
      call(emergency, 'lets every tool be called at night', 'bedrock-agentcore:UpdateGateway', '*', logOnly),
    ),
    ...stopped(
      'agentcore-gateway-policy',
      'ml-development',
      call(scientist, 'tries tools without a policy', 'bedrock-agentcore:CreateGateway', '*', logOnly),
    ),
    ...stopped(
      'agentcore-user-identity',
      'ml-production',
      call(engineer, 'acts for a user by name', 'bedrock-agentcore:GetWorkloadAccessTokenForUserId'),
      call(engineer, 'calls the agent as somebody else', 'bedrock-agentcore:InvokeAgentRuntimeForUser', runtime),
      call(
        administrator,
        'does it over a socket',
        'bedrock-agentcore:InvokeAgentRuntimeWithWebSocketStreamForUser',
        runtime,
      ),
    ),
    ...stopped(
      'agentcore-runtime-shell',
      'ml-production',
      call(engineer, 'runs a command in the agent', 'bedrock-agentcore:InvokeAgentRuntimeCommand', runtime),
      call(approver, 'opens a shell in it', 'bedrock-agentcore:InvokeAgentRuntimeCommandShell', runtime),
    ),
    ...stopped(
      'agentcore-registry-approval',
      'ml-production',
      call(engineer, 'approves its own tool', 'bedrock-agentcore:UpdateRegistryRecordStatus'),
      call(engineer, 'approves it by the newer prefix', 'agent-registry:UpdateRegistryRecordStatus'),
      call(emergency, 'approves a tool at night', 'bedrock-agentcore:UpdateRegistryRecordStatus'),
    ),
    ...stopped(
      'agentcore-resource-sharing',
      'ml-production',
      call(steward, 'opens an agent to another account', 'bedrock-agentcore:PutResourcePolicy', runtime),
      call(engineer, 'removes the policy that names the VPC', 'bedrock-agentcore:DeleteResourcePolicy', runtime),
      call(engineer, 'opens a registry to a stranger', 'agent-registry:PutResourcePolicy'),
    ),
    ...stopped(
      'agentcore-owner-tag',
      'ml-production',
      call(engineer, 'makes a gateway of nobody', 'bedrock-agentcore:CreateGateway', '*', {
        'bedrock-agentcore:GatewayAuthorizerType': 'CUSTOM_JWT',
      }),
    ),
  ],
  'An agent has the rights that were meant for it': [
    ...stopped(
      'agentcore-pass-role',
      'ml-production',
      call(engineer, 'gives an agent the role of a pipeline', 'iam:PassRole', role('ci/triage-delivery'), passed),
      call(pipeline, 'gives it the role of jobs', 'iam:PassRole', role('service-role/triage-sagemaker'), passed),
      call(job, 'gives it its own role', 'iam:PassRole', role('service-role/triage-sagemaker'), passed),
      call(approver, 'gives it the right to approve', 'iam:PassRole', role('ModelApprover'), passed),
      call(engineer, 'writes the name otherwise', 'iam:PassRole', role('bedrockagentcore-triage'), passed),
      call(emergency, 'gives it any role at night', 'iam:PassRole', role('triage-application'), passed),
      call(deployer, 'deploys it with any role', 'iam:PassRole', role('triage-application'), passed),
    ),
    ...stopped(
      'agentcore-pass-role',
      'sandbox',
      call(scientist, 'gives it the role of its notebook', 'iam:PassRole', role('notebook'), passed),
    ),
    ...stopped(
      'agentcore-pass-role',
      'security',
      call(administrator, 'prepares it in an account without models', 'iam:PassRole', role('notebook'), passed),
    ),
  ],
  'Memories can be cut off, and agents pay nothing': [
    ...stopped(
      'agentcore-memory-encrypted',
      'ml-production',
      call(engineer, "makes a memory under AWS's key", 'bedrock-agentcore:CreateMemory', '*', owned),
    ),
    ...stopped(
      'agentcore-payments',
      'ml-production',
      call(deployer, 'lets an agent pay', 'bedrock-agentcore:ProcessPayment'),
      call(administrator, 'prepares payments', 'bedrock-agentcore:CreatePaymentManager'),
      call(engineer, 'opens a purse', 'bedrock-agentcore:CreatePaymentInstrument'),
    ),
    ...stopped(
      'agentcore-payments',
      'sandbox',
      call(scientist, 'pays where things are tried', 'bedrock-agentcore:ProcessPayment'),
    ),
  ],
};
