import type { ConformancePack, PackRule } from '../../policy/conformance/conformance-pack';
import type { PriceName } from '../../schema/facts/prices';
import type { configFrequencies } from '../../schema/facts/schedules';
import type { Account, LandingZone } from '../../schema/landing-zone';
import type { Usage } from './options';

/** What is billed for a resource in a month. */
export interface Line {
  readonly price: PriceName;
  readonly quantity: number;
  /** Whether the quantity hangs on use, which nobody knows before. */
  readonly assumed: boolean;
  /** Who pays for it, and where. @default - the account of the stack, and the region of the resource */
  readonly account?: Account;
  readonly region?: string;
}

/** A resource as it is written, where it stands, and what may be asked to bill it. */
export interface Standing {
  readonly zone: LandingZone;
  readonly usage: Usage;
  readonly packs: readonly ConformancePack[];
  readonly account: Account;
  readonly region: string;
  /** Whether the stack's own account makes it; another account's is billed with what its own stack has of it. */
  readonly own: boolean;
  readonly values: Values;
}

/** What is read of a resource in Terraform JSON. */
export interface Values {
  readonly provider?: string;
  readonly region?: string;
  readonly name?: string;
  readonly type?: string;
  readonly arn?: string;
  readonly memory_size?: number;
  readonly advanced_event_selector?: unknown;
  readonly recording_mode?: { readonly recording_frequency: string };
  readonly configuration_policy?: { readonly enabled_standard_arns?: readonly string[] };
}

const fixed = (price: PriceName, quantity = 1): Line => ({ price, quantity, assumed: false });
const assumed = (price: PriceName, quantity: number): Line => ({ price, quantity, assumed: true });

/** Whether something is billed by its account once, be it in however many regions. */
const inHomeRegion = ({ zone, region }: Standing): boolean => region === zone.homeRegion;

function guardDuty(standing: Standing): readonly Line[] {
  const { zone, usage } = standing;
  const watchesObjects = zone.services.guardDuty.features.includes('S3_DATA_EVENTS') && inHomeRegion(standing);
  return [
    assumed('analyzedCall', usage['api-calls']),
    assumed('analyzedTraffic', usage['traffic-gb']),
    ...(watchesObjects ? [assumed('analyzedDataEvent', usage['data-events'])] : []),
  ];
}

const macie = (standing: Standing): readonly Line[] =>
  inHomeRegion(standing) ? [assumed('watchedBucket', standing.usage.buckets)] : [];

/** A member is billed by its membership, the administrator by what it has itself. */
const ofAdministrator =
  (lines: (standing: Standing) => readonly Line[]) =>
  (standing: Standing): readonly Line[] =>
    standing.own && standing.account.role === 'security' ? lines(standing) : [];

function recorder({ values, usage, packs, account, region }: Standing): readonly Line[] {
  const daily = values.recording_mode?.recording_frequency === 'DAILY';
  const judged = packs.some((pack) => pack.region === region && pack.accounts.includes(account));
  return [
    assumed(daily ? 'dailyConfigurationItem' : 'configurationItem', usage.changes),
    ...(judged ? [assumed('packEvaluation', usage.changes * usage['rules-per-change'])] : []),
  ];
}

/** How often a periodic rule runs in a month of 730 hours. */
const runs: Readonly<Record<(typeof configFrequencies)[number], number>> = {
  One_Hour: 730,
  Three_Hours: 243,
  Six_Hours: 122,
  Twelve_Hours: 61,
  TwentyFour_Hours: 30,
};

/** A managed rule that names no types counts as periodic, once a day: AWS has rules among them that run on changes. */
function runsOf({ source }: PackRule): number {
  if ('guard' in source) return 0;
  if ('managed' in source) return source.resourceTypes ? 0 : runs.TwentyFour_Hours;
  return source.frequency ? runs[source.frequency] : 0;
}

function pack({ values, packs, region }: Standing): readonly Line[] {
  const found = packs.find((each) => each.name === values.name && each.region === region);
  if (!found) throw new Error(`compliance has a conformance pack ${values.name} in ${region} that no control makes`);
  const evaluations = found.rules.reduce((sum, rule) => sum + runsOf(rule), 0);
  return found.accounts.map((account) => ({ ...fixed('packEvaluation', evaluations), account }));
}

const members = ({ activeAccounts }: LandingZone): readonly Account[] =>
  activeAccounts.filter(({ origin }) => origin !== 'external');

/** A control that several standards want is checked once (Security Hub User Guide, controls-findings-create-update). */
const standards = ({ zone, usage, values }: Standing): readonly Line[] =>
  values.configuration_policy?.enabled_standard_arns?.length
    ? members(zone).flatMap((account) =>
        account.regions.map((region) => ({ ...assumed('securityCheck', usage.checks), account, region })),
      )
    : [];

/** Of the kinds of resources that AWS bills: what one of them costs. Everything else that stacks make is in `free.ts`. */
export const billings: Readonly<Record<string, (standing: Standing) => readonly Line[]>> = {
  aws_accessanalyzer_analyzer: ({ values, zone, usage }) =>
    values.type?.endsWith('UNUSED_ACCESS')
      ? [
          assumed(
            'unusedAccess',
            usage.principals * (values.type?.startsWith('ORGANIZATION') ? members(zone).length : 1),
          ),
        ]
      : [],
  aws_athena_workgroup: ({ usage }) => [assumed('scannedData', usage['scanned-gb'])],
  // The first copy of management events costs nothing, and each account has one trail of them.
  aws_cloudtrail: ({ values, usage }) =>
    values.advanced_event_selector ? [assumed('dataEvent', usage['data-events'])] : [],
  aws_cloudwatch_event_target: ({ values, usage }) =>
    values.arn?.includes('terraform_remote_state') ? [assumed('deliveredEvent', usage.events)] : [],
  aws_cloudwatch_log_group: ({ usage }) => [assumed('logIngestion', usage['log-gb'])],
  aws_cloudwatch_metric_alarm: () => [fixed('alarm')],
  aws_config_configuration_recorder: recorder,
  aws_config_organization_conformance_pack: pack,
  aws_guardduty_detector: ofAdministrator(guardDuty),
  aws_guardduty_member: guardDuty,
  aws_kms_key: () => [fixed('key')],
  aws_lambda_function: ({ values, usage }) => [
    assumed('invocation', usage.invocations),
    assumed('computing', (usage.invocations * (values.memory_size ?? 128)) / 1_024),
  ],
  aws_macie2_account: ofAdministrator(macie),
  aws_macie2_classification_job: ({ usage }) => [assumed('inspectedData', usage['macie-gb'])],
  aws_macie2_member: macie,
  aws_s3_bucket: ({ zone, usage }) => [
    assumed('storage', usage['bucket-gb']),
    ...(zone.services.macie.enabled ? [fixed('watchedBucket')] : []),
  ],
  aws_securityhub_configuration_policy: standards,
};
