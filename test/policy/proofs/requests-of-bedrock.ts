import { key, on } from './calls';

/** ARNs and condition keys of requests to Bedrock. */

/** A foundation model, by default one that the settings approve. */
export const foundationModel = (id = 'anthropic.claude-sonnet-4-20250514-v1:0', region = 'eu-central-1'): string =>
  `arn:aws:bedrock:${region}::foundation-model/${id}`;

export const filtered = { 'bedrock:GuardrailIdentifier': `${on('bedrock', 'guardrail/a1b2c3d4e5f6')}:1` };
export const europeanProfile = on('bedrock', 'inference-profile/eu.anthropic.claude-sonnet-4-20250514-v1:0');
export const applicationProfile = on('bedrock', 'application-inference-profile/q1w2e3r4t5y6');
export const owned = { 'aws:RequestTag/owner': 'ml-platform' };

const network = {
  'bedrock-agentcore:subnets': ['subnet-0a1b2c3d', 'subnet-4e5f6a7b'],
  'bedrock-agentcore:securityGroups': ['sg-0a1b2c3d'],
};
export const privateTool = { ...network, ...owned };
export const memory = { 'bedrock-agentcore:KmsKeyArn': key, ...owned };
export const gateway = {
  'bedrock-agentcore:GatewayAuthorizerType': 'CUSTOM_JWT',
  'bedrock-agentcore:PolicyEngineMode': 'ENFORCE',
  ...owned,
};
