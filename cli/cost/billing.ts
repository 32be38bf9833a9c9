import { pack, recorder } from './bill-config';
import { guardDuty, macie } from './bill-guardduty';
import type { Resource } from './landscape';
import { type Billing, fixed, type Line, reading, type Standing, settings, used } from './line';
import { exactly, times } from './usage';

interface Analyzer extends Resource {
  readonly type?: string;
}

/** Unused access is asked of each role and user; whether others reach something costs nothing. */
const analyzer = reading<Analyzer>(({ resource, usage, members, account }): readonly Line[] => {
  if (!resource.type?.endsWith('UNUSED_ACCESS')) return [];
  const asked = resource.type.startsWith('ORGANIZATION') ? members.map(({ key }) => key) : [account];
  return asked.map((each) =>
    used('unusedAccess', usage('principals', each), {
      account: each,
      setting: settings('services.accessAnalyzer.unusedAccessDays'),
    }),
  );
});

interface Trail extends Resource {
  readonly advanced_event_selector?: unknown;
}

/** The first copy of management events costs nothing, and each account has one trail of them. */
const trail = reading<Trail>(({ resource, usage, account }) =>
  resource.advanced_event_selector
    ? [used('dataEvent', usage('data-events', account), { setting: settings('services.cloudTrail') })]
    : [],
);

interface Target extends Resource {
  readonly arn?: string;
}

const target = reading<Target>(({ resource, usage, account }) =>
  resource.arn?.includes('terraform_remote_state')
    ? [used('deliveredEvent', usage('events', account), { setting: settings('services.notifications') })]
    : [],
);

interface LambdaFunction extends Resource {
  readonly memory_size?: number;
}

const lambda = reading<LambdaFunction>(({ resource, usage, account }) => {
  const calls = usage('invocations', account);
  return [used('invocation', calls), used('computing', times(calls, exactly((resource.memory_size ?? 128) / 1_024)))];
});

interface ConfigurationPolicy extends Resource {
  readonly configuration_policy?: { readonly enabled_standard_arns?: readonly string[] };
}

/** A control that several standards want is checked once (Security Hub User Guide, controls-findings-create-update). */
const standards = reading<ConfigurationPolicy>(({ resource, usage, members, regionsOf }) =>
  resource.configuration_policy?.enabled_standard_arns?.length
    ? members.flatMap(({ key: account }) =>
        regionsOf(account).map((region) =>
          used('securityCheck', usage('checks', account), {
            account,
            region,
            setting: settings('services.securityHub.standards'),
          }),
        ),
      )
    : [],
);

/** A bucket is billed by what is in it; Macie watches every bucket of the organization where it is on. */
const bucket = ({ usage, account, watchesBuckets }: Standing): readonly Line[] => [
  used('storage', usage('bucket-gb', account)),
  used('writtenObject', usage('puts', account)),
  ...(watchesBuckets ? [fixed('watchedBucket', 1, { setting: settings('services.macie') })] : []),
];

interface Guardrail extends Resource {
  readonly content_policy_config?: unknown;
  readonly topic_policy_config?: unknown;
  readonly sensitive_information_policy_config?: readonly { readonly pii_entities_config?: unknown }[];
  readonly contextual_grounding_policy_config?: unknown;
}

/** Each kind of policy is billed by itself; words, and patterns of one's own, cost nothing. */
const guardrail = reading<Guardrail>(({ resource, usage, account, region }) => {
  const units = usage('text-units', account, region);
  const present = (...policies: readonly unknown[]) =>
    exactly(policies.filter((each) => each !== undefined && JSON.stringify(each) !== '[]').length);
  const { sensitive_information_policy_config: personal } = resource;
  return [
    used('filteredText', times(units, present(resource.content_policy_config, resource.topic_policy_config))),
    used(
      'comparedText',
      times(units, present([personal].flat()[0]?.pii_entities_config, resource.contextual_grounding_policy_config)),
    ),
  ];
});

/** Of the kinds of resources that AWS bills: what one of them costs. Everything else that stacks make is in `free.ts`. */
export const billings: Readonly<Record<string, Billing>> = {
  ...guardDuty,
  ...macie,
  aws_accessanalyzer_analyzer: analyzer,
  aws_athena_workgroup: ({ usage, account }) => [used('scannedData', usage('scanned-gb', account))],
  aws_bedrock_guardrail: guardrail,
  aws_cloudtrail: trail,
  aws_cloudwatch_event_target: target,
  aws_cloudwatch_log_group: ({ usage, account }) => [used('logIngestion', usage('log-gb', account))],
  aws_cloudwatch_metric_alarm: () => [fixed('alarm')],
  aws_config_configuration_recorder: recorder,
  aws_config_organization_conformance_pack: pack,
  aws_kms_key: ({ usage, account }) => [
    fixed('key'),
    used('key', usage('key-versions', account)),
    used('keyRequest', usage('key-requests', account)),
  ],
  aws_lambda_function: lambda,
  aws_s3_bucket: bucket,
  aws_securityhub_configuration_policy: standards,
};
