import { CloudwatchLogGroup } from '@cdktf/provider-aws/lib/cloudwatch-log-group';
import { LambdaFunction } from '@cdktf/provider-aws/lib/lambda-function';
import type { Construct } from 'constructs';
import type { Statement } from '../../policy/iam/statement';
import { LandingZoneStack } from '../kernel/landing-zone-stack';
import { Part } from '../kernel/part';
import type { Placement } from '../kernel/placement';
import { FailureAlarm } from './failure-alarm';
import type { functionCode } from './function-code';
import type { ServiceRole } from './service-role';

export interface LoggedFunctionProps {
  readonly placement: Placement;
  /** Of the log group and the alarm; the id of the part is that of the function. */
  readonly ids: { readonly log: string; readonly alarm: string };
  readonly name: string;
  readonly description: string;
  readonly code: ReturnType<typeof functionCode>;
  readonly role: ServiceRole;
  /** MB. */
  readonly memorySize: number;
  /** Seconds. */
  readonly timeout: number;
  /** Encrypts the log. @default - CloudWatch's own key */
  readonly logKeyArn?: string | undefined;
  /** Word of the alarm's name, and what its going off means. */
  readonly alarm: { readonly of: string; readonly description: string };
}

/** A function of the landing zone, with a log that is kept for a year and an alarm on its errors. */
export class LoggedFunction extends Part {
  readonly lambda: LambdaFunction;

  constructor(scope: Construct, id: string, props: LoggedFunctionProps) {
    super(scope, id);
    const { placement, ids, name, description, code, role, memorySize, timeout, logKeyArn, alarm } = props;
    const log = new CloudwatchLogGroup(this, ids.log, {
      ...placement,
      name: functionLogGroup(name),
      retentionInDays: 365,
      kmsKeyId: logKeyArn,
    });
    this.lambda = new LambdaFunction(this, id, {
      ...placement,
      ...code,
      functionName: name,
      description,
      role: role.arn,
      runtime: 'nodejs22.x',
      architectures: ['arm64'],
      handler: 'index.handler',
      memorySize,
      timeout,
      // A function that finds no log group makes one, which is kept for ever.
      dependsOn: [log, ...role.permissions],
    });
    new FailureAlarm(this, ids.alarm, {
      placement,
      ...alarm,
      namespace: 'AWS/Lambda',
      metricName: 'Errors',
      dimensions: { FunctionName: this.lambda.functionName },
    });
  }
}

/** Where a function writes its log, by its name. */
export const functionLogGroup = (name: string): string => `/aws/lambda/${name}`;

/** Lets the role of a function of the stack's account write its log, in one region or, by `*`, in each. */
export function writesItsLog(scope: Construct, region: string, name: string): Statement {
  const { here } = LandingZoneStack.of(scope);
  return {
    Sid: 'Log',
    Effect: 'Allow',
    Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
    Resource: `arn:aws:logs:${region}:${here.id}:log-group:${functionLogGroup(name)}:*`,
  };
}
