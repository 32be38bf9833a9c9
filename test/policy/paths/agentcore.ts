import { approver, call, engineer, on, scientist, steward } from '../proofs/calls';
import { owned } from '../proofs/requests-of-bedrock';
import { administrator, deployer, emergency, type Room, stopped } from './path';

const ofAws = (tool: string) => `arn:aws:bedrock-agentcore:eu-central-1:aws:${tool}`;
const open = { 'bedrock-agentcore:GatewayAuthorizerType': 'NONE', ...owned };
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
      call(emergency, 'approves a tool at night', 'bedrock-agentcore:UpdateRegistryRecordStatus'),
    ),
    ...stopped(
      'agentcore-resource-sharing',
      'ml-production',
      call(steward, 'opens an agent to another account', 'bedrock-agentcore:PutResourcePolicy', runtime),
      call(engineer, 'removes the policy that names the VPC', 'bedrock-agentcore:DeleteResourcePolicy', runtime),
    ),
    ...stopped(
      'agentcore-owner-tag',
      'ml-production',
      call(engineer, 'makes a gateway of nobody', 'bedrock-agentcore:CreateGateway', '*', {
        'bedrock-agentcore:GatewayAuthorizerType': 'CUSTOM_JWT',
      }),
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
      'security',
      call(administrator, 'pays from an account without models', 'bedrock-agentcore:ProcessPayment'),
    ),
  ],
};
