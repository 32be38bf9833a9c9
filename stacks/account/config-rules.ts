import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { CloudwatchLogGroup } from '@cdktf/provider-aws/lib/cloudwatch-log-group';
import { LambdaFunction } from '@cdktf/provider-aws/lib/lambda-function';
import { LambdaPermission } from '@cdktf/provider-aws/lib/lambda-permission';
import { AssetType, TerraformAsset } from 'cdktf';
import type { Construct } from 'constructs';
import { configRulesPermissions, configRulesZip } from '../../lambda';
import { names } from '../../schema/facts/names';
import type { LandingZone } from '../../schema/landing-zone';
import type { Places } from '../kernel/places';
import { ServiceRole } from '../parts/service-role';

/** A deployment package. */
export interface FunctionCode {
  /** Absolute. */
  readonly zip: string;
  readonly sha256: Buffer;
}

/** Reads the code of the custom Config rules, which is the same in every account. */
export const readConfigRules = (): FunctionCode => ({
  zip: configRulesZip,
  sha256: createHash('sha256').update(readFileSync(configRulesZip)).digest(),
});

export interface ConfigRulesProps {
  readonly zone: LandingZone;
  readonly here: Places;
  /** Where a custom rule runs. At least one. */
  readonly regions: readonly string[];
  readonly code: FunctionCode;
}

/** The function that AWS Config calls for every custom rule of the account, in each region where there is one. */
export function runConfigRules(scope: Construct, { zone, here, regions, code }: ConfigRulesProps): void {
  const name = names.configRulesFunction(zone);
  const logGroup = `/aws/lambda/${name}`;
  const role = functionRole(scope, name, logGroup, here);
  const { path } = new TerraformAsset(scope, 'config-rules-code', {
    path: code.zip,
    type: AssetType.FILE,
    assetHash: code.sha256.toString('hex'),
  });
  for (const region of regions) {
    const place = here.at(region);
    const log = new CloudwatchLogGroup(scope, `config-rules-log-${region}`, {
      ...place,
      name: logGroup,
      retentionInDays: 365,
    });
    const lambda = new LambdaFunction(scope, `config-rules-${region}`, {
      ...place,
      functionName: name,
      description: 'Evaluates the custom rules of the conformance packs',
      role: role.arn,
      runtime: 'nodejs22.x',
      architectures: ['arm64'],
      handler: 'index.handler',
      memorySize: 256,
      timeout: 300,
      filename: path,
      sourceCodeHash: code.sha256.toString('base64'),
      // A function that finds no log group makes one, which is kept for ever.
      dependsOn: [log, ...role.permissions],
    });
    new LambdaPermission(scope, `config-rules-permission-${region}`, {
      ...place,
      statementId: 'config',
      action: 'lambda:InvokeFunction',
      functionName: lambda.functionName,
      principal: 'config.amazonaws.com',
      sourceAccount: here.accountId,
    });
  }
}

const functionRole = (scope: Construct, name: string, logGroup: string, here: Places): ServiceRole =>
  new ServiceRole(scope, 'config-rules-role', {
    place: here.home,
    name,
    description: 'Lets the function of the custom Config rules read the account and report',
    service: 'lambda.amazonaws.com',
    accountId: here.accountId,
    statements: [
      ...configRulesPermissions,
      {
        Sid: 'Log',
        Effect: 'Allow',
        Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        Resource: `arn:aws:logs:*:${here.accountId}:log-group:${logGroup}:*`,
      },
    ],
  });
