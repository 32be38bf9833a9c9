import { LambdaPermission } from '@cdktf/provider-aws/lib/lambda-permission';
import type { Construct } from 'constructs';
import { configRulesPermissions } from '../../lambda';
import { names } from '../../schema/facts/names';
import { LandingZoneStack } from '../kernel/landing-zone-stack';
import { Part } from '../kernel/part';
import { EncryptionKey } from '../parts/encryption-key';
import { type FunctionCode, functionCode } from '../parts/function-code';
import { logGroupEncrypts } from '../parts/log-group-encrypts';
import { functionLogGroup, LoggedFunction, writesItsLog } from '../parts/logged-function';
import { ServiceRole } from '../parts/service-role';

export interface ConfigRulesProps {
  /** Where a custom rule runs. At least one. */
  readonly regions: readonly string[];
  readonly code: FunctionCode;
}

/** The function that AWS Config calls for every custom rule of the account, in each region where there is one. */
export class ConfigRules extends Part {
  constructor(scope: Construct, id: string, { regions, code }: ConfigRulesProps) {
    super(scope, id);
    const role = this.makeRole();
    const file = functionCode(this, 'config-rules-code', code);
    for (const region of regions) this.run(region, role, file);
  }

  private get functionName(): string {
    return names.configRulesFunction(LandingZoneStack.of(this).zone);
  }

  private run(region: string, role: ServiceRole, code: ReturnType<typeof functionCode>): void {
    const { here } = LandingZoneStack.of(this);
    const placement = here.in(region);
    const { lambda } = new LoggedFunction(this, `config-rules-${region}`, {
      placement,
      ids: { log: `config-rules-log-${region}`, alarm: `config-rules-alarm-${region}` },
      name: this.functionName,
      description: 'Evaluates the custom rules of the conformance packs',
      code,
      role,
      memorySize: 256,
      timeout: 300,
      logKeyArn: this.tryMakeLogKey(region)?.arn,
      alarm: {
        of: 'config-rules',
        description: 'The function of the custom Config rules failed: a rule that it runs reports what it knew before',
      },
    });
    new LambdaPermission(this, `config-rules-permission-${region}`, {
      ...placement,
      statementId: 'config',
      action: 'lambda:InvokeFunction',
      functionName: lambda.functionName,
      principal: 'config.amazonaws.com',
      sourceAccount: here.id,
    });
  }

  private tryMakeLogKey(region: string): EncryptionKey | undefined {
    const { zone, here } = LandingZoneStack.of(this);
    if (zone.services.config.functionLogKey === 'aws-owned') return undefined;
    return new EncryptionKey(this, `config-rules-log-key-${region}`, {
      placement: here.in(region),
      alias: `${this.functionName}-log`,
      description: 'Logs of the function of the custom Config rules',
      statements: [logGroupEncrypts(region, here.id, functionLogGroup(this.functionName))],
      disposable: true,
    });
  }

  private makeRole(): ServiceRole {
    return new ServiceRole(this, 'config-rules-role', {
      name: this.functionName,
      description: 'Lets the function of the custom Config rules read the account and report',
      service: 'lambda.amazonaws.com',
      statements: [...configRulesPermissions, writesItsLog(this, '*', this.functionName)],
    });
  }
}
