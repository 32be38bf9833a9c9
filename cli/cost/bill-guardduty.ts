import type { PriceName } from '../../schema/facts/prices';
import type { QuantityName } from '../../schema/facts/typical-usage';
import type { Resource } from './landscape';
import { type Billing, type Line, reading, type Standing, settings, used } from './line';

const setting = settings('services.guardDuty');

/** A member is billed by its membership, the administrator by what it has itself: another account's is made, and billed, in its own stack. */
const ofAdministrator = <R extends Resource>(
  bill: (standing: Standing<R>, account: string) => readonly Line[],
): Billing =>
  reading<R>((standing) =>
    standing.account === standing.landscape.securityAccount && standing.owner === standing.account
      ? bill(standing, standing.owner)
      : [],
  );

/** A membership is made by the administrator, and paid for by the member. */
const ofMember = <R extends Resource>(bill: (standing: Standing<R>, account: string) => readonly Line[]): Billing =>
  reading<R>((standing) => bill(standing, standing.owner));

const foundation = ({ usage, region }: Standing, account: string): readonly Line[] => [
  used('analyzedCall', usage('api-calls', account, region), { account, setting }),
  used('analyzedTraffic', usage('traffic-gb', account, region), { account, setting }),
];

/** What each protection plan is billed by. Reads of buckets are told in the home region alone: buckets are counted by account. */
const plans: Readonly<
  Record<string, { readonly price: PriceName; readonly by: QuantityName; readonly atHome?: true }>
> = {
  S3_DATA_EVENTS: { price: 'analyzedDataEvent', by: 'object-events', atHome: true },
  EKS_AUDIT_LOGS: { price: 'analyzedClusterEvent', by: 'cluster-events' },
  EBS_MALWARE_PROTECTION: { price: 'scannedVolume', by: 'volume-gb' },
  RDS_LOGIN_EVENTS: { price: 'watchedDatabase', by: 'database-vcpus' },
  RUNTIME_MONITORING: { price: 'watchedRuntime', by: 'runtime-vcpus' },
  LAMBDA_NETWORK_LOGS: { price: 'analyzedFunctionTraffic', by: 'function-traffic-gb' },
};

interface Feature extends Resource {
  readonly status?: string;
}

function plan({ resource, usage, region, landscape }: Standing<Feature>, account: string): readonly Line[] {
  const found = resource.status === 'ENABLED' ? plans[resource.name ?? ''] : undefined;
  if (!found || (found.atHome && region !== landscape.homeRegion)) return [];
  return [
    used(found.price, usage(found.by, account, region), { account, setting: settings('services.guardDuty.features') }),
  ];
}

export const guardDuty: Readonly<Record<string, Billing>> = {
  aws_guardduty_detector: ofAdministrator(foundation),
  aws_guardduty_member: ofMember(foundation),
  aws_guardduty_detector_feature: ofAdministrator(plan),
  aws_guardduty_member_detector_feature: ofMember(plan),
};

const buckets = ({ usage, region, landscape }: Standing, account: string): readonly Line[] =>
  region === landscape.homeRegion
    ? [used('watchedBucket', usage('buckets', account), { account, setting: settings('services.macie') })]
    : [];

export const macie: Readonly<Record<string, Billing>> = {
  aws_macie2_account: ofAdministrator(buckets),
  aws_macie2_member: ofMember(buckets),
  aws_macie2_classification_job: ({ usage, account }) => [
    used('inspectedData', usage('macie-gb', account), { setting: settings('services.macie.jobs') }),
  ],
};
